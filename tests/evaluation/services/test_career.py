"""The career file: derived from what is published, with typed lines."""

import datetime as dt

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.evaluation import services
from taoli.evaluation.models import CareerEntry
from taoli.evaluation.queries.career import career_of
from tests.evaluation.honouring import assessor, collected, notice, published, train
from tests.world import World

FACTS = services.EntryFacts(dt.date(2026, 10, 9), "award", "市优质课二等奖", "证书 2026-12")


def test_it_is_derived_from_pairings_appraisal_training_and_collection(world: World) -> None:
    published(world)
    train(world, "王敏", mentor_id=world.staff["王敏"].pk)
    collected(world)
    (term,) = career_of(world.staff["王敏"]).terms
    assert (term.students, term.hours, term.lectures, term.stories) == (3, "2", ("怎样谈心",), ("慢一点",))
    assert term.honours == ("优秀导师",)
    assert (term.appraised_on, term.points) == (dt.date(2026, 11, 23), "")


def test_the_totals_stand_there_only_when_the_mentor_opens_them(world: World) -> None:
    published(world)
    assert career_of(world.staff["王敏"], points=True).terms[0].points == "8 / 10"


def test_what_is_put_up_counts_by_its_result_and_not_before(world: World) -> None:
    row = notice(world)
    assert career_of(world.staff["王敏"]).terms[0].honours == ()
    services.decide_notice(by=world.office, pk=row.pk)
    assert career_of(world.staff["王敏"]).terms[0].honours == ("优秀导师",)


def test_somebody_without_anything_has_an_empty_file(world: World) -> None:
    found = career_of(world.staff["何静"])
    assert (found.terms, found.entries) == ((), ())


def test_a_typed_line_waits_for_somebody_elses_confirmation(world: World) -> None:
    row = services.add_career_entry(by=world.actor("王敏"), facts=FACTS)
    with pytest.raises(TaoliError, match="你自己的条目"):
        services.confirm_career_entry(by=assessor(world), pk=row.pk)
    services.confirm_career_entry(by=world.office, pk=row.pk)
    with pytest.raises(ConflictError):
        services.confirm_career_entry(by=world.office, pk=row.pk)
    with pytest.raises(TaoliError, match="已经确认"):
        services.drop_career_entry(by=world.actor("王敏"), pk=row.pk)


def test_a_line_can_be_taken_out_before_and_tomorrow_is_refused(world: World) -> None:
    by = world.actor("王敏")
    services.drop_career_entry(by=by, pk=services.add_career_entry(by=by, facts=FACTS).pk)
    assert not CareerEntry.objects.of(world.school).exists()
    with pytest.raises(TaoliError, match="还没有到"):
        services.add_career_entry(by=by, facts=services.EntryFacts(dt.date(2027, 1, 1), "award", "奖", ""))

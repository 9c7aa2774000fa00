"""Training sessions, hours, and what duties count of them."""

import datetime as dt

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.duties.models import Act
from taoli.evaluation import services
from taoli.evaluation.models import TrainingPart
from taoli.evaluation.queries.training import hours_between, hours_rows
from tests.duties.school import settle
from tests.evaluation.honouring import train
from tests.world import END, START, World


@pytest.fixture
def paired(world: World) -> World:
    return settle(world)


def acts(world: World) -> list[tuple[str, str, int | None]]:
    rows = Act.objects.of(world.school).filter(source="training").order_by("kind", "mentor__number")
    return list(rows.values_list("kind", "mentor__name", "minutes"))


def test_everybody_ticked_has_the_hours_and_a_training_that_counts(paired: World) -> None:
    train(paired, "王敏", "李慧", hours="1.5")
    assert hours_between(paired.school.pk, paired.staff["王敏"].pk, START, END) == "1.5"
    assert acts(paired) == [("training", "王敏", 90), ("training", "李慧", 90)]


def test_the_mentor_who_spoke_has_a_lecture_and_no_training(paired: World) -> None:
    train(paired, "王敏", "李慧", mentor_id=paired.staff["王敏"].pk)
    assert acts(paired) == [("lecture", "王敏", 120), ("training", "李慧", 120)]
    rows = hours_rows(paired.school.pk, paired.term, [paired.staff["王敏"], paired.staff["陈立"]])
    assert [(one.hours, one.times, one.lectures) for one in rows] == [("2", 1, 1), ("0", 0, 0)]


def test_a_change_takes_the_place_of_what_was_counted(paired: World) -> None:
    row = train(paired, "王敏", "李慧")
    facts = services.SessionFacts(dt.date(2026, 11, 17), "新题", "workshop", row.hours, "", None, "")
    took = {paired.staff["李慧"].pk: False}
    services.keep_session(by=paired.office, facts=facts, took_part=took, pk=row.pk, edit=row.edit)
    assert acts(paired) == [("training", "李慧", 120)]
    assert [(one.staff.name, one.signed) for one in TrainingPart.objects.of(paired.school)] == [("李慧", False)]
    with pytest.raises(ConflictError):
        services.keep_session(by=paired.office, facts=facts, took_part={}, pk=row.pk, edit=row.edit)


def test_tomorrow_and_strangers_are_refused(paired: World) -> None:
    with pytest.raises(TaoliError, match="举行之后"):
        train(paired, "王敏", held_on=dt.date(2026, 12, 1))
    assert paired.stranger is not None
    with pytest.raises(TaoliError, match="不是本校教职工"):
        train(paired, mentor_id=paired.stranger.pk)
    assert acts(paired) == []

"""A new version of the scheme in mid-term: from its day other things are due, what was before stays."""

import datetime as dt
from typing import Any

from taoli.duties.models import DutyCell, MentorRollup
from taoli.duties.queries import cell_facts, coverage, due_cells, ensure_cells
from taoli.duties.queries.settings import setting_now, setting_of
from taoli.duties.services import add_acts, recount
from taoli.engine.scheme import Scheme, apply_changes
from taoli.roster.models import StaffLeave, Term
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import of_term
from tests.duties.school import did, pair, put_in_force, taigu
from tests.world import START, TODAY, World

WEEK_BEFORE = TODAY - dt.timedelta(days=7)
Row = tuple[Any, ...]


def talking(per: str, **changes: Any) -> Scheme:
    return apply_changes(taigu(), {"duties.individual.per": per, **changes})


def without_talk() -> Scheme:
    rules = talking("week")
    kept = tuple(duty for duty in rules.duties if duty.key != "individual")
    return rules.model_copy(update={"duties": kept, "appraisal": None})


def weekly(world: World) -> SchemeVersion:
    """The talk is every week since the first day; one was held last week."""
    version = put_in_force(world, talking("week"))
    pair(world, "林子涵", "王敏")
    ensure_cells(world.school.pk)
    add_acts(by=world.office, acts=did(world, "王敏", "林子涵", held_on=WEEK_BEFORE))
    return version


def talks(world: World) -> list[Row]:
    rows = DutyCell.objects.of(world.school).filter(duty="individual").order_by("starts")
    return list(rows.values_list("scheme__version", "period", "starts", "due", "done"))


def due(world: World) -> list[dt.date]:
    mentor = world.staff["王敏"].pk
    return [cell.due for cell in due_cells(world.school.pk, mentor, TODAY) if cell.duty == "individual"]


def test_from_the_monday_what_is_due_changes_and_earlier_weeks_stay(world: World) -> None:
    weekly(world)
    before, sunday = talks(world), TODAY - dt.timedelta(days=1)
    assert due(world)[0] == dt.date(2026, 11, 27)
    put_in_force(world, talking("two_weeks"), on=TODAY)
    assert due(world)[0] == dt.date(2026, 12, 4)
    after = talks(world)
    assert [row for row in after if row[2] <= sunday] == [row for row in before if row[2] <= sunday]
    assert after[len(before) - len([row for row in before if row[2] > sunday])][:3] == (2, "2026-1-f07", TODAY)
    assert not recount(school_id=world.school.pk, term_id=world.term.pk, fix=False)


def test_a_record_fills_the_cell_of_the_version_of_its_day(world: World) -> None:
    weekly(world)
    put_in_force(world, talking("two_weeks"), on=TODAY)
    add_acts(by=world.office, acts=did(world, "王敏", "林子涵"))
    done = {row[1]: row[0] for row in talks(world) if row[4]}
    assert done == {"2026-1-w12": 1, "2026-1-f07": 2}
    assert {cell.law for cell in cell_facts(world.school.pk, world.term)} == {0}


def test_what_is_taken_out_stays_due_until_its_period_ends_with_its_own_words(world: World) -> None:
    old = weekly(world)
    put_in_force(world, without_talk(), on=TODAY)
    ensure_cells(world.school.pk)
    assert [row[1] for row in talks(world)][-1] == "2026-1-w12"
    rows = [row for row in coverage(world.office, world.term) if row.duty == "individual"]
    assert [(row.label, row.rule.per) for row in rows] == [("个别指导", "week")]
    setting = setting_now(world.school.pk)
    assert setting is not None
    assert setting.duty("individual", old.pk).label == setting.duty("individual").label == "个别指导"
    assert list(setting.duty_order())[-1] == "individual"


def test_what_runs_under_the_old_version_is_still_due_in_its_week(world: World) -> None:
    old = weekly(world)
    put_in_force(world, without_talk(), on=TODAY + dt.timedelta(days=2))
    (cell,) = [one for one in due_cells(world.school.pk, world.staff["王敏"].pk, TODAY) if one.period == "2026-1-w13"]
    assert (cell.scheme_id, cell.due) == (old.pk, dt.date(2026, 11, 27))


def test_a_version_of_the_same_day_takes_the_place_of_the_one_before(world: World) -> None:
    weekly(world)
    put_in_force(world, talking("two_weeks"), on=TODAY)
    put_in_force(world, talking("month"), on=TODAY)
    ensure_cells(world.school.pk)
    assert {row[0] for row in talks(world)} == {1, 3}
    assert MentorRollup.objects.of(world.school).filter(duty="individual", period="2026-12").exists()


def test_a_scheme_of_next_month_asks_for_nothing_yet(world: World) -> None:
    put_in_force(world, talking("week"), on=dt.date(2026, 12, 1))
    assert setting_now(world.school.pk) is None
    assert setting_of(world.school.pk, world.term) is None


def test_the_first_scheme_in_mid_term_begins_on_its_day(world: World) -> None:
    put_in_force(world, talking("week"), on=WEEK_BEFORE)
    pair(world, "林子涵", "王敏")
    ensure_cells(world.school.pk)
    assert talks(world)[0][:3] == (1, "2026-1-w12", WEEK_BEFORE)


def test_a_term_is_appraised_by_the_version_of_its_first_day_or_the_first_in_it(world: World) -> None:
    later = put_in_force(world, on=TODAY)
    assert of_term(world.school.pk, START, TODAY) == later
    assert of_term(world.school.pk, START, WEEK_BEFORE) is None
    first = put_in_force(world, on=START)
    assert of_term(world.school.pk, START, TODAY) == first


def test_two_terms_of_a_year_know_each_other(world: World) -> None:
    weekly(world)
    spring = Term.objects.create(
        school=world.school, name="下学期", starts=dt.date(2027, 2, 22), ends=dt.date(2027, 7, 2)
    )
    setting = setting_of(world.school.pk, spring)
    assert setting is not None
    assert [term.key for term in setting.calendar.terms] == ["2026-1", "2026-2"]


def test_who_stands_in_fulfils_it_where_the_scheme_says_so(world: World) -> None:
    put_in_force(world, talking("week", **{"duties.individual.fulfilled_by": "substitute"}))
    pair(world, "林子涵", "王敏")
    ensure_cells(world.school.pk)
    away = {"school": world.school, "staff": world.staff["王敏"], "starts": WEEK_BEFORE}
    StaffLeave.objects.create(**away, substitute=world.staff["李慧"])
    add_acts(by=world.office, acts=did(world, "李慧", "林子涵"))
    add_acts(by=world.office, acts=did(world, "李慧", "林子涵", held_on=WEEK_BEFORE - dt.timedelta(days=7)))
    add_acts(by=world.office, acts=did(world, "陈立", "林子涵", held_on=WEEK_BEFORE))
    assert [row[1] for row in talks(world) if row[4]] == ["2026-1-w13"]


def test_a_cell_or_sum_that_is_not_there_is_made_with_the_next_record(world: World) -> None:
    weekly(world)
    for model in (MentorRollup, DutyCell):
        model._default_manager.filter(school_id=world.school.pk, period="2026-1-w13").delete()
        add_acts(by=world.office, acts=did(world, "王敏", "林子涵"))
        assert not recount(school_id=world.school.pk, term_id=world.term.pk, fix=False)

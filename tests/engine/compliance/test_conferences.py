from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from taoli.engine.compliance import Law, SchoolUnits, conference_cells
from taoli.engine.compliance.conferences import HELD_IN
from taoli.engine.facts import Act, Cell
from taoli.engine.scheme.vocabulary import ConferenceKind
from tests.engine.examples import AUTUMN, CLAUSE, YEAR, scheme_with, talk

TODAY = date(2026, 11, 23)
UNITS = SchoolUnits(classes=("c2", "c1"), grades=("g1",))


def conference(**values: Any) -> dict[str, Any]:
    plain = {"key": "weekly", "label": "班教导会", "kind": "class_weekly", "per": "week", "chair": "lead_mentor"}
    return {**plain, "clause": CLAUSE, **values}


def held(on: date, unit: str | None, **values: Any) -> Act:
    return talk(on, kind="conference", unit_id=unit, **values)._replace(student_ids=(), id=f"{on}-{unit}")


def found(*acts: Act, rules: tuple[Mapping[str, Any], ...] = (conference(),)) -> tuple[Cell, ...]:
    return conference_cells(scheme_with(conferences=list(rules)), YEAR, AUTUMN, UNITS, acts, TODAY)


def test_every_class_owes_its_weekly_conference() -> None:
    result = found(held(date(2026, 9, 8), "c1"), held(date(2026, 9, 9), "c9"), held(date(2026, 9, 8), None))
    second = [cell for cell in result if cell.period_key == "2026-1-w02"]
    assert [(cell.subject_kind, cell.subject_id, cell.mentor_id, cell.done, cell.state) for cell in second] == [
        ("class", "c1", "", 1, "met"),
        ("class", "c2", "", 0, "overdue"),
    ]


def test_attempts_days_to_come_and_other_kinds_count_for_nothing() -> None:
    acts = (
        held(date(2026, 9, 8), "c1", made=False),
        held(date(2026, 11, 24), "c1"),
        talk(date(2026, 9, 8), unit_id="c1"),
    )
    assert sum(cell.done for cell in found(*acts)) == 0


def test_two_conferences_in_one_class_are_told_apart_by_their_key() -> None:
    rules = (conference(), conference(key="huddle", kind="daily_huddle", per="month"))
    result = found(held(date(2026, 9, 8), "c1", channel="huddle"), held(date(2026, 9, 9), "c1"), rules=rules)
    assert {cell.duty_key: cell.done for cell in result if cell.done} == {"weekly": 1, "huddle": 2}


def test_a_parents_meeting_is_a_record_of_its_own_kind() -> None:
    rules = (conference(key="parents", kind="parent_meeting", per="term", times=2),)
    (first, _second) = found(held(date(2026, 9, 8), "c1")._replace(kind="parent_meeting"), rules=rules)
    assert (first.needed, first.done, first.state) == (2, 1, "open")
    assert found(held(date(2026, 9, 8), "c1"), rules=rules)[0].done == 0


def test_whenever_needed_owes_nothing() -> None:
    assert found(rules=(conference(per=None),)) == ()


def test_grades_and_the_school_owe_theirs() -> None:
    rules = (
        conference(key="consult", kind="grade_consultation", per="two_weeks"),
        conference(key="principal", kind="principal_meeting", per="month"),
    )
    acts = held(date(2026, 9, 8), "g1"), held(date(2026, 9, 9), "school")
    assert [(cell.duty_key, cell.subject_kind, cell.subject_id) for cell in found(*acts, rules=rules) if cell.done] == [
        ("consult", "grade", "g1"),
        ("principal", "school", "school"),
    ]


def test_conferences_follow_the_law_of_their_period() -> None:
    monday = date(2026, 11, 2)
    laws = (
        Law(scheme_with(conferences=[conference()]), AUTUMN.starts),
        Law(scheme_with(conferences=[conference(per="month")]), monday),
    )
    result = conference_cells(laws, YEAR, AUTUMN, SchoolUnits(classes=("c1",)), (), TODAY)
    assert [(cell.law, cell.period_key, cell.starts) for cell in result][8:11] == [
        (0, "2026-1-w09", date(2026, 10, 26)),
        (1, "2026-11", monday),
        (1, "2026-12", date(2026, 12, 1)),
    ]


@pytest.mark.parametrize("kind", list(ConferenceKind))
def test_every_kind_of_conference_has_its_place(kind: ConferenceKind) -> None:
    assert HELD_IN[kind].value in {"class", "grade", "school"}

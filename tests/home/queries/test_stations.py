import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest

from taoli.home.queries.desk import Facts
from taoli.home.queries.stations import stations
from taoli.matching.queries.steps import StepRow
from taoli.roster.models import Term

TERM = Term(name="2026-2027学年第一学期", starts=dt.date(2026, 9, 1), ends=dt.date(2027, 1, 29))
EMPTY: dict[str, Any] = {
    "day": dt.date(2026, 11, 23),
    "term": TERM,
    "students": 0,
    "alone": 0,
    "staff": 0,
    "taught": 0,
    "scheme": None,
    "draft": None,
    "choice": None,
    "steps": [],
    "wishing": 0,
    "exams": [],
    "surveys": 0,
    "appraisal": None,
}


def strip(**facts: Any) -> dict[str, Any]:
    return {one.key: one for one in stations(Facts(**{**EMPTY, **facts}))}


def test_the_year_has_eleven_stations_in_order() -> None:
    assert list(strip()) == [
        "roster",
        "teaching",
        "scheme",
        "pairing",
        "first_meeting",
        "exam",
        "home_visits",
        "parents",
        "feedback",
        "appraisal",
        "handover",
    ]


def test_an_empty_school_begins_with_its_roster() -> None:
    found = strip()
    assert (found["roster"].state, found["scheme"].state, found["pairing"].state) == ("now", "next", "next")


def test_with_students_the_scheme_is_next_and_a_draft_says_so() -> None:
    assert strip(students=5)["scheme"].page == "schemes:preset_list"
    found = strip(students=5, draft=object())["scheme"]
    assert (found.state, found.text, found.page) == ("now", "draft", "schemes:scheme_show")


@pytest.mark.parametrize(
    ("state", "alone", "wishing", "expected"),
    [
        ("open", 120, 0, ("now", "open", 0)),
        ("open", 120, 111, ("now", "choosing", 9)),
        ("drafted", 120, 0, ("now", "drafted", 0)),
        ("published", 0, 0, ("done", "paired", 120)),
        ("published", 3, 0, ("now", "paired", 117)),
    ],
)
def test_pairing_says_whom_it_waits_for(state: str, alone: int, wishing: int, expected: tuple[str, str, int]) -> None:
    choice = SimpleNamespace(state=state)
    found = strip(students=120, alone=alone, choice=choice, wishing=wishing)["pairing"]
    assert (found.state, found.text, found.count) == expected


def test_the_first_meeting_waits_for_published_pairings() -> None:
    def state(choice: str, step: str) -> str:
        row = StepRow("first_meeting", (), None, None, step, over=False)
        return str(strip(choice=SimpleNamespace(state=choice), steps=[row])["first_meeting"].state)

    assert (state("open", "next"), state("published", "now"), state("published", "done")) == ("next", "now", "done")


@pytest.mark.parametrize(("day", "state"), [(1, "next"), (5, "now"), (9, "done")])
def test_the_mid_term_follows_the_exam_days(day: int, state: str) -> None:
    exams = [dt.date(2026, 11, 4), dt.date(2026, 11, 6)]
    assert strip(exams=exams, day=dt.date(2026, 11, day))["exam"].state == state


def test_the_exams_at_the_end_of_the_term_are_not_the_mid_term() -> None:
    exams = [dt.date(2026, 11, 4), dt.date(2026, 11, 6), dt.date(2027, 1, 20)]
    assert strip(exams=exams, day=dt.date(2026, 11, 9))["exam"].state == "done"
    assert strip()["exam"].page == "roster:calendar_import"


def test_feedback_and_appraisal_belong_to_the_last_three_weeks() -> None:
    assert (strip()["feedback"].state, strip()["appraisal"].state) == ("next", "next")
    late = strip(day=dt.date(2027, 1, 11))
    assert (late["feedback"].state, late["appraisal"].state) == ("now", "now")
    drafted = SimpleNamespace(state="draft", published_at=None)
    assert strip(appraisal=drafted)["appraisal"].text == "draft"
    assert strip(surveys=2)["feedback"].state == "done"
    assert strip(appraisal=SimpleNamespace(state="published", published_at=1))["appraisal"].state == "done"

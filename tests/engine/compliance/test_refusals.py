from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from taoli.engine.calendar import Term
from taoli.engine.compliance import cells
from taoli.engine.facts import Act, Cell
from taoli.engine.scheme.fulfilment import why_not
from tests.engine.examples import AUTUMN, SPRING, YEAR, pairing, scheme_with, talk

VISIT = {"key": "visit", "subject": "family", "kinds": ["home_visit"], "per": "term"}
LATER = date(2027, 1, 10)


def declined(on: date = date(2026, 11, 12), **values: Any) -> Act:
    said = {"kind": "home_visit", "channel": "in_home", "made": False, "refused": "once", "id": f"no-{on}"}
    return talk(on, **{**said, **values})


def visited(on: date) -> Act:
    return talk(on, kind="home_visit", channel="in_home", id=f"yes-{on}")


def of(
    duty: Mapping[str, Any], *acts: Act, term: Term = AUTUMN, as_of: date = LATER
) -> list[tuple[str, str, int, str]]:
    found: tuple[Cell, ...] = cells(scheme_with({**VISIT, **duty}), YEAR, term, (pairing(),), acts, as_of)
    return [(cell.period_key, cell.state, cell.done, cell.reason) for cell in found]


def test_a_declined_visit_is_owed_no_more_and_counts_for_none() -> None:
    assert of({})[0][1:] == ("open", 0, "")
    assert of({}, declined()) == [("2026-1", "exempt", 0, "declined")]


def test_a_refusal_to_come_and_a_mere_attempt_exempt_nobody() -> None:
    assert of({}, declined(), as_of=date(2026, 11, 11))[0][3] == ""
    assert of({}, declined(refused=""))[0][3] == ""


def test_a_visit_made_all_the_same_is_met() -> None:
    assert of({}, declined(), visited(date(2026, 12, 1))) == [("2026-1", "met", 1, "")]


def test_of_several_one_refusal_spares_one_and_the_whole_period_all() -> None:
    assert of({"times": 2}, declined())[0][3] == ""
    assert of({"times": 2}, declined(), visited(date(2026, 12, 1))) == [("2026-1", "exempt", 1, "declined")]
    assert of({"times": 2}, declined(refused="period"))[0][3] == "declined"
    twice = declined()
    assert of({"times": 2}, twice, twice)[0][3] == ""


def test_only_the_month_in_which_it_was_declined() -> None:
    reasons = {period: reason for period, _state, _done, reason in of({"per": "month"}, declined())}
    assert reasons == {"2026-09": "", "2026-10": "", "2026-11": "declined", "2026-12": "", "2027-01": ""}


@pytest.mark.parametrize(
    "duty",
    [
        {"kinds": ["home_visit", "family_contact"]},
        {"kinds": ["talk"]},
        {"channels": ["third_place"]},
        {"subject": "self"},
    ],
)
def test_what_can_be_done_another_way_stays_owed(duty: dict[str, Any]) -> None:
    assert of(duty, declined())[0][3] == ""


def test_a_refusal_of_another_kind_or_another_family_or_another_term_exempts_nobody() -> None:
    assert of({}, declined(kind="family_contact"))[0][3] == ""
    assert of({}, declined()._replace(student_ids=("s2",)))[0][3] == ""
    assert of({}, declined(date(2027, 3, 1)), as_of=date(2027, 4, 1))[0][3] == ""


def test_a_refusal_in_the_holidays_counts_where_a_visit_there_would() -> None:
    winter = declined(date(2027, 2, 3))
    assert of({}, winter, term=SPRING, as_of=date(2027, 4, 1))[0][3] == "declined"
    assert of({}, winter, as_of=date(2027, 4, 1))[0][3] == ""


def test_why_it_does_not_count_is_said() -> None:
    (duty,) = scheme_with(VISIT).duties
    assert (why_not(duty, declined()), why_not(duty, declined(refused=""))) == ("declined", "not_reached")


def test_what_was_done_before_the_last_term_ended_or_after_the_next_began_counts_for_another_year() -> None:
    known = replace(YEAR, before=date(2026, 7, 3), after=date(2027, 9, 1))
    long = (pairing(starts=date(2025, 9, 1)),)

    def done(on: date, term: Term, **values: Any) -> int:
        scheme = scheme_with({**VISIT, **values})
        return sum(cell.done for cell in cells(scheme, known, term, long, (visited(on),), date(2027, 12, 1)))

    assert (done(date(2026, 7, 3), AUTUMN), done(date(2026, 7, 4), AUTUMN)) == (0, 1)
    assert (done(date(2026, 7, 3), AUTUMN, per="year"), done(date(2026, 7, 4), AUTUMN, per="year")) == (0, 1)
    before = {"vacation_counts": "term_before"}
    assert (done(date(2027, 8, 31), SPRING, **before), done(date(2027, 9, 1), SPRING, **before)) == (1, 0)

"""A scheme replaced in mid-term: each period keeps the law of its first day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from taoli.engine.calendar import SchoolCalendar
from taoli.engine.compliance import Law, asked, cells, in_turn, narrowed
from taoli.engine.facts import Act, Cell, Pairing
from taoli.engine.scheme import Scheme, dump, parse_scheme
from tests.engine.examples import AUTUMN, SPRING, YEAR, pairing, scheme_with, talk

TODAY = date(2026, 11, 23)
MONDAY = date(2026, 11, 2)  # week 10: the second week of a fortnight


def law(since: date, *duties: Mapping[str, Any], cycle: Mapping[str, Any] | None = None) -> Law:
    scheme = scheme_with(*duties)
    if cycle is not None:
        data = dump(scheme)
        data["cycle"] = data["cycle"] | {"anchor_week": 1, "open": []} | cycle
        scheme = parse_scheme(data)
    return Law(scheme, since)


def found(
    *laws: Law | Scheme, acts: tuple[Act, ...] = (), pairings: tuple[Pairing, ...] = (pairing(),)
) -> tuple[Cell, ...]:
    return cells([one for one in laws if isinstance(one, Law)], YEAR, AUTUMN, pairings, acts, TODAY)


def seen(*laws: Law, **facts: Any) -> list[tuple[int, str, str, date]]:
    return [(cell.law, cell.duty_key, cell.period_key, cell.starts) for cell in found(*laws, **facts)]


WEEKLY, FORTNIGHTLY, MONTHLY = ({"per": per} for per in ("week", "two_weeks", "month"))


def test_from_a_monday_the_talk_is_every_two_weeks_and_earlier_weeks_stay() -> None:
    acts = (talk(date(2026, 9, 8)), talk(date(2026, 11, 4)))
    result = found(law(AUTUMN.starts, WEEKLY), law(MONDAY, FORTNIGHTLY), acts=acts)
    old, new = ([cell for cell in result if cell.law == place] for place in (0, 1))
    assert old == list(found(law(AUTUMN.starts, WEEKLY), acts=acts)[: len(old)])
    assert (old[0].period_key, old[-1].period_key) == ("2026-1-w01", "2026-1-w09")
    assert [(cell.period_key, cell.starts, cell.done, cell.state) for cell in new][:2] == [
        ("2026-1-f05", MONDAY, 1, "met"),  # five of its ten days are left: it counts, from that day
        ("2026-1-f06", date(2026, 11, 9), 0, "overdue"),
    ]


def test_a_period_with_less_than_half_left_is_nobodys() -> None:
    later = date(2026, 11, 4)
    result = seen(law(AUTUMN.starts, WEEKLY), law(later, FORTNIGHTLY))
    assert next(one[2] for one in result if one[0] == 1) == "2026-1-f06"


def test_what_runs_under_the_old_law_runs_to_its_end_and_holds_the_new_one_off() -> None:
    since = date(2026, 11, 4)
    result = seen(law(AUTUMN.starts, MONTHLY), law(since, WEEKLY))
    assert result[:3] == [
        (0, "talk", "2026-09", AUTUMN.starts),
        (0, "talk", "2026-10", date(2026, 10, 1)),
        (0, "talk", "2026-11", date(2026, 11, 1)),
    ]
    assert result[3] == (1, "talk", "2026-1-w11", date(2026, 11, 9))  # week 10 began before the day: the month stands


def test_a_duty_taken_out_stays_until_the_end_of_its_period_and_a_new_one_comes_in() -> None:
    since = date(2026, 11, 10)
    visit = {"key": "visit", "subject": "family", "kinds": ["home_visit"], "per": "month"}
    result = seen(law(AUTUMN.starts, MONTHLY), law(since, visit))
    assert [one for one in result if one[1] == "talk"][-1] == (0, "talk", "2026-11", date(2026, 11, 1))
    assert [one for one in result if one[1] == "visit"] == [
        (1, "visit", "2026-11", since),
        (1, "visit", "2026-12", date(2026, 12, 1)),
        (1, "visit", "2027-01", date(2027, 1, 1)),
    ]


def test_the_first_scheme_of_all_adopted_in_mid_term_takes_running_periods_with_half_left() -> None:
    assert seen(law(date(2026, 11, 16), MONTHLY))[0][2:] == ("2026-11", date(2026, 11, 16))
    assert seen(law(date(2026, 11, 17), MONTHLY))[0][2:] == ("2026-12", date(2026, 12, 1))
    early = found(law(date(2026, 11, 16), MONTHLY), acts=(talk(date(2026, 11, 5)),))
    assert early[0].done == 0  # done before there was a scheme


def test_a_pairing_that_begins_after_the_new_law_is_weighed_against_the_whole_period() -> None:
    late = pairing(starts=date(2026, 11, 18))
    assert found(law(date(2026, 11, 16), MONTHLY), pairings=(late,))[0].reason == "began_late"


def test_a_later_version_of_the_same_or_an_earlier_day_replaces_the_one_before() -> None:
    first, second, third = law(AUTUMN.starts, MONTHLY), law(MONDAY, WEEKLY), law(MONDAY, FORTNIGHTLY)
    assert [place for place, _law, _last in in_turn((first, second, third))] == [0, 2]
    assert {one[0] for one in seen(first, second, third)} == {0, 2}
    assert {one[0] for one in seen(law(MONDAY, WEEKLY), law(AUTUMN.starts, MONTHLY))} == {1}
    assert in_turn(()) == ()


def test_a_law_of_next_year_changes_nothing_and_one_of_last_year_is_in_force() -> None:
    old = law(date(2025, 9, 1), MONTHLY)
    assert seen(old, law(date(2027, 9, 1), WEEKLY)) == seen(law(AUTUMN.starts, MONTHLY))


def test_cycles_of_another_length_do_not_bear_the_name_of_one_that_is_past() -> None:
    duty = {"key": "group", "subject": "group", "kinds": ["group_activity"], "per": "cycle"}
    short, long = law(AUTUMN.starts, duty, cycle={"weeks": 2}), law(date(2026, 9, 28), duty, cycle={"weeks": 4})
    longer = law(date(2026, 10, 26), duty, cycle={"weeks": 8})
    names = [one[2] for one in seen(short, long, longer)]
    assert names[:4] == ["2026-1-c01", "2026-1-c02", "2026-1-c02b", "2026-1-c02c"]
    assert len(names) == len(set(names))


def test_what_is_owed_once_falls_to_the_law_of_the_terms_first_day() -> None:
    once = {"per": "once"}
    begins = pairing(starts=date(2026, 11, 9))
    assert [one[0] for one in seen(law(AUTUMN.starts, once), law(MONDAY, once), pairings=(begins,))] == [0]
    since = date(2026, 10, 8)
    (first,) = found(law(since, once), pairings=(pairing(starts=date(2026, 8, 20)),))
    assert (first.starts, first.reason) == (since, "")


def test_no_law_no_cells() -> None:
    assert found() == ()


def test_narrowed_leaves_what_a_record_can_touch() -> None:
    visit = {"key": "visit", "subject": "family", "kinds": ["home_visit"], "per": "month"}
    rules = asked(scheme_with(WEEKLY, visit), YEAR, AUTUMN)
    (only,) = narrowed(rules, {"talk"}, {date(2026, 9, 8)})
    assert (only.rule.key, [window.period.key for window in only.windows]) == ("talk", ["2026-1-w02"])
    assert narrowed(rules, {"talk", "home_visit"}, {date(2026, 8, 8)}) == ()


TAKEN_OVER = {"kind": "fixed", "successor_takes_over": True, "clause": {"rule": "TG-14", "ref": "例"}}
BEFORE = pairing("p1", mentor="m1", ends=date(2026, 10, 23))
AFTER = pairing("p2", mentor="m2", starts=date(2026, 10, 24))


def succession(*acts: Act, earlier: tuple[Pairing, ...] = (), **values: Any) -> list[tuple[str, str, int, str]]:
    scheme = scheme_with({}, **{"continuity": TAKEN_OVER, **values})
    who = (AFTER,) if earlier else (BEFORE, AFTER)
    result = cells(scheme, YEAR, AUTUMN, who, acts, TODAY, earlier=earlier)
    return [(cell.mentor_id, cell.period_key, cell.done, cell.reason or cell.state) for cell in result]


def test_who_takes_over_answers_for_the_running_period() -> None:
    assert succession()[1:3] == [("m1", "2026-10", 0, "ended"), ("m2", "2026-10", 0, "overdue")]
    assert succession(continuity=None)[2] == ("m2", "2026-10", 0, "began_late")


def test_what_the_mentor_before_did_in_the_period_counts_for_who_takes_over() -> None:
    done = talk(date(2026, 10, 9))
    assert succession(done)[1:3] == [("m1", "2026-10", 1, "met"), ("m2", "2026-10", 1, "met")]
    assert succession(done, earlier=(BEFORE, AFTER))[0] == ("m2", "2026-10", 1, "met")
    assert succession(talk(date(2026, 10, 26)))[2] == ("m2", "2026-10", 0, "overdue")  # no longer the mentor


def test_only_the_period_of_the_change_counts_what_was_before() -> None:
    assert succession(talk(date(2026, 9, 8)))[2:4] == [
        ("m2", "2026-10", 0, "overdue"),
        ("m2", "2026-11", 0, "due_soon"),
    ]


def test_a_gap_longer_than_half_of_the_period_is_nobodys() -> None:
    scheme = scheme_with({}, continuity=TAKEN_OVER)
    who = (pairing("p1", ends=date(2026, 10, 8)), pairing("p2", mentor="m2", starts=date(2026, 10, 26)))
    result = cells(scheme, YEAR, AUTUMN, who, (), TODAY)
    assert next(cell.reason for cell in result if cell.mentor_id == "m2") == "began_late"


@pytest.mark.parametrize("fulfilled_by", ["own_mentor", "any_mentor", "substitute"])
def test_a_report_of_the_student_to_the_mentor_before_counts(fulfilled_by: str) -> None:
    duty = {"who": "student", "subject": "self", "kinds": ["student_report"], "fulfilled_by": fulfilled_by}
    scheme = scheme_with(duty, continuity=TAKEN_OVER)
    report = talk(date(2026, 10, 9), by="s1", kind="student_report")
    result = cells(scheme, YEAR, AUTUMN, (BEFORE, AFTER), (report,), TODAY)
    assert [(cell.mentor_id, cell.done) for cell in result if cell.period_key == "2026-10"] == [("m1", 1), ("m2", 1)]


def test_a_year_is_judged_by_the_law_of_its_first_day_in_both_terms() -> None:
    laws = (law(AUTUMN.starts, {"per": "year"}), law(SPRING.starts, {"per": "year", "times": 3}))
    autumn, spring = (cells(laws, YEAR, term, (pairing(),), (), TODAY) for term in (AUTUMN, SPRING))
    assert autumn == spring
    assert [(cell.law, cell.needed) for cell in spring] == [(0, 1)]


def test_a_law_that_comes_after_the_last_taught_day_of_a_period_takes_nothing_of_it() -> None:
    exams = SchoolCalendar(YEAR.terms, {**YEAR.days, date(2026, 11, 30): False})
    result = cells([law(date(2026, 11, 29), MONTHLY)], exams, AUTUMN, (pairing(),), (), TODAY)
    assert result[0].period_key == "2026-12"

import gc
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from taoli.engine.calendar import SchoolCalendar, Term
from taoli.engine.compliance import cells
from taoli.engine.facts import Act, Cell, Leave, Mark, Pairing
from tests.engine.examples import AUTUMN, SPRING, YEAR, brief, pairing, scheme_with, taigu, talk

TODAY = date(2026, 11, 23)
VISIT = {"kind": "home_visit", "channel": "in_home"}


def found(
    duty: Mapping[str, Any],
    *acts: Act,
    pairings: tuple[Pairing, ...] = (pairing(),),
    as_of: date = TODAY,
    term: Term = AUTUMN,
    **more: Any,
) -> tuple[Cell, ...]:
    return cells(scheme_with(duty), YEAR, term, pairings, acts, as_of, **more)


def test_a_month_is_met_overdue_or_open_and_due_on_its_last_taught_day() -> None:
    result = found({}, talk(date(2026, 9, 8)))
    assert [brief(cell) for cell in result] == [
        ("s1", "2026-09", 1, "met"),
        ("s1", "2026-10", 0, "overdue"),
        ("s1", "2026-11", 0, "due_soon"),
        ("s1", "2026-12", 0, "open"),
        ("s1", "2027-01", 0, "open"),
    ]
    assert [cell.due.day for cell in result] == [30, 30, 30, 31, 22]
    assert result[0] == Cell(
        "talk", "mentee", "s1", "m1", "p1", "2026-09", date(2026, 9, 1), date(2026, 9, 30), 1, 1, "met", "",
        ("talk-2026-09-08",),
    )  # fmt: skip


def test_an_attempt_does_not_count_nor_does_a_record_after_the_day_asked_for() -> None:
    result = found({}, talk(date(2026, 9, 8), made=False), talk(date(2026, 11, 24)))
    assert [cell.done for cell in result] == [0] * 5


def test_one_talk_with_three_counts_for_each_unless_one_to_one() -> None:
    three = tuple(pairing(f"p{n}", f"s{n}") for n in (1, 2, 3))
    together = talk(date(2026, 9, 8), "s1", "s2", "s3")
    assert [cell.done for cell in found({}, together, pairings=three)[::5]] == [1, 1, 1]
    assert [cell.done for cell in found({"one_to_one": True}, together, pairings=three)[::5]] == [0, 0, 0]


def test_credit_stays_with_who_did_it_under_the_pairing_of_that_day() -> None:
    before = pairing("p1", mentor="m1", ends=date(2026, 10, 23))
    after = pairing("p2", mentor="m2", starts=date(2026, 10, 24))
    acts = talk(date(2026, 10, 9)), talk(date(2026, 11, 3)), talk(date(2026, 11, 4), by="m2")
    result = found({}, *acts, pairings=(before, after))
    assert [(cell.mentor_id, *brief(cell)[1:]) for cell in result] == [
        ("m1", "2026-09", 0, "overdue"),
        ("m1", "2026-10", 1, "met"),
        ("m2", "2026-10", 0, "began_late"),
        ("m2", "2026-11", 1, "met"),
        ("m2", "2026-12", 0, "open"),
        ("m2", "2027-01", 0, "open"),
    ]


def test_an_ended_pairing_owes_nothing_more_from_its_last_period() -> None:
    result = found({}, pairings=(pairing(ends=date(2026, 10, 29)),))
    assert [brief(cell)[3] for cell in result] == ["overdue", "ended"]


def test_a_pairing_that_begins_at_half_owes_and_later_does_not() -> None:
    half = found({"per": "week"}, pairings=(pairing(starts=date(2026, 11, 11)),))
    late = found({"per": "week"}, pairings=(pairing(starts=date(2026, 11, 12)),))
    assert brief(half[0]) == ("s1", "2026-1-w11", 0, "overdue")
    assert brief(late[0]) == ("s1", "2026-1-w11", 0, "began_late")
    assert half[0].starts == date(2026, 11, 11)


def test_what_was_done_though_not_owed_is_met() -> None:
    late = pairing(starts=date(2026, 11, 12))
    assert brief(found({"per": "week"}, talk(date(2026, 11, 13)), pairings=(late,))[0])[3] == "met"


def test_any_mentor_may_fulfil_only_where_the_duty_says_so() -> None:
    other = talk(date(2026, 9, 8), by="m2")
    assert found({}, other)[0].done == 0
    assert found({"fulfilled_by": "any_mentor"}, other)[0].done == 1
    assert found({"fulfilled_by": "substitute"}, other)[0].done == 0


def test_a_substitute_fulfils_within_the_leave() -> None:
    leave = Leave("m1", date(2026, 9, 7), date(2026, 9, 30), "m2")
    duty = {"fulfilled_by": "substitute"}
    inside, outside = talk(date(2026, 9, 8), by="m2"), talk(date(2026, 10, 9), by="m2")
    assert [cell.done for cell in found(duty, inside, outside, leaves=(leave,))][:2] == [1, 0]
    assert found(duty, leaves=(leave,))[0].state == "overdue"
    assert found({}, leaves=(leave,))[0].reason == "mentor_away"
    open_end = replace(leave, ends=None)
    assert found({**duty, "kinds": ["plan"], "subject": "self"}, talk(date(2026, 10, 9), by="m2", kind="plan"),
                 leaves=(open_end,))[1].done == 1  # fmt: skip


def test_a_student_or_mentor_away_for_more_than_half_owes_nothing() -> None:
    for person, reason in (("s1", "student_away"), ("m1", "mentor_away")):
        away = Leave(person, date(2026, 10, 1), date(2026, 10, 30))
        assert [brief(cell)[3] for cell in found({}, leaves=(away,))][:2] == ["overdue", reason]
    short = Leave("s1", date(2026, 9, 1), date(2026, 9, 11))
    assert found({}, leaves=(short,))[0].state == "overdue"
    elsewhere = Leave("s1", date(2026, 8, 1), date(2026, 8, 31))
    assert found({}, leaves=(elsewhere,))[0].state == "overdue"
    assert found({}, leaves=(Leave("s1", date(2026, 9, 1)), Leave("s1", date(2026, 9, 5))))[0].reason == "student_away"


def test_a_duty_for_some_students_is_owed_while_they_are_marked() -> None:
    duty = {"only_for": ["attention", "poverty"], "per": "week"}
    marks = (
        Mark("s1", "attention", date(2026, 9, 7), date(2026, 9, 18)),
        Mark("s1", "poverty", date(2026, 10, 12), date(2026, 10, 16)),
        Mark("s1", "orphan", date(2026, 11, 2)),
        Mark("s1", "attention", date(2026, 8, 1), date(2026, 8, 2)),
    )
    both = (pairing(), pairing("p2", "s2"))
    result = found(duty, talk(date(2026, 9, 15)), talk(date(2026, 9, 25)), pairings=both, marks=marks)
    assert [brief(cell)[1:] for cell in result] == [
        ("2026-1-w02", 0, "overdue"),
        ("2026-1-w03", 1, "met"),
        ("2026-1-w07", 0, "overdue"),
    ]


def test_a_mark_taken_back_within_the_week_owes_nothing_even_if_it_comes_again() -> None:
    marks = (
        Mark("s1", "attention", date(2026, 9, 7), date(2026, 9, 10)),
        Mark("s1", "attention", date(2026, 9, 21), date(2026, 9, 25)),
    )
    result = found({"only_for": ["attention"], "per": "week"}, marks=marks)
    assert [(brief(cell)[1], brief(cell)[3], cell.starts.day) for cell in result] == [
        ("2026-1-w02", "ended", 7),
        ("2026-1-w04", "ended", 21),
    ]


def test_a_mark_that_comes_again_in_the_month_counts_what_is_done_then() -> None:
    marks = (
        Mark("s1", "attention", date(2026, 9, 7), date(2026, 9, 10)),
        Mark("s1", "attention", date(2026, 9, 14), date(2026, 10, 30)),
    )
    duty = {"only_for": ["attention"], "times": 2}
    acts = talk(date(2026, 9, 8)), talk(date(2026, 9, 11)), talk(date(2026, 9, 15))
    assert brief(found(duty, *acts, marks=marks)[0]) == ("s1", "2026-09", 2, "met")


def test_an_unrecorded_duty_and_one_of_an_office_have_no_cells() -> None:
    assert found({"recorded": False}) == ()
    assert found({"who": "moral_office", "subject": "school"}) == ()


def test_a_student_reports_to_the_mentor() -> None:
    duty = {"who": "student", "subject": "self", "kinds": ["student_report"], "per": "two_weeks"}
    own = talk(date(2026, 9, 8), by="s1", kind="student_report")
    other = talk(date(2026, 9, 9), by="m2", kind="student_report")
    assert [brief(cell) for cell in found(duty, own, other)][:2] == [
        ("s1", "2026-1-f01", 1, "met"),
        ("s1", "2026-1-f02", 0, "overdue"),
    ]


def test_a_group_is_owed_once_and_done_with_its_members_or_by_its_name() -> None:
    group = tuple(pairing(f"p{n}", f"s{n}", unit_id="u1") for n in (1, 2))
    duty = {"subject": "group", "kinds": ["group_activity"], "per": "month"}
    named = talk(date(2026, 9, 8), "s9", kind="group_activity", unit_id="u1")
    members = talk(date(2026, 10, 9), "s1", "s2", kind="group_activity")
    alone = talk(date(2026, 11, 3), "s1", kind="group_activity")
    result = found(duty, named, members, alone, pairings=group)
    assert [(cell.subject_id, cell.pairing_id, cell.done) for cell in result][:3] == [
        ("u1", None, 1),
        ("u1", None, 1),
        ("u1", None, 0),
    ]


def test_students_without_a_unit_are_the_group_of_their_mentor() -> None:
    pair = (pairing(), pairing("p2", "s2"))
    duty = {"subject": "group", "kinds": ["group_activity"], "per": "month"}
    act = talk(date(2026, 9, 8), "s1", "s2", kind="group_activity")
    assert brief(found(duty, act, pairings=pair)[0]) == ("m1", "2026-09", 1, "met")


@pytest.mark.parametrize(("subject", "unit"), [("class", "c1"), ("grade", "g1")])
def test_classes_and_grades_are_owed_by_name(subject: str, unit: str) -> None:
    duty = {"subject": subject, "kinds": ["conference"], "per": "month"}
    attended = talk(date(2026, 9, 8), kind="conference", unit_id=unit)
    elsewhere = talk(date(2026, 10, 9), kind="conference", unit_id="c9")
    assert [brief(cell) for cell in found(duty, attended, elsewhere)][:2] == [
        (unit, "2026-09", 1, "met"),
        (unit, "2026-10", 0, "overdue"),
    ]


@pytest.mark.parametrize(("subject", "name"), [("school", "school"), ("self", "m1")])
def test_what_is_owed_to_the_school_or_oneself_needs_no_student(subject: str, name: str) -> None:
    duty = {"subject": subject, "kinds": ["lecture"], "per": "term"}
    act = talk(date(2026, 9, 8), kind="lecture")._replace(student_ids=())
    absent = Leave("u9", date(2026, 9, 1))
    assert [brief(cell) for cell in found(duty, act, leaves=(absent,))] == [(name, "2026-1", 1, "met")]


def test_a_group_duty_for_some_students_is_owed_while_a_member_is_marked() -> None:
    group = tuple(pairing(f"p{n}", f"s{n}", unit_id=f"u{n}") for n in (1, 2))
    duty = {"subject": "group", "only_for": ["attention"], "per": "term"}
    marks = (Mark("s1", "attention", date(2026, 9, 1)),)
    assert [cell.subject_id for cell in found(duty, pairings=group, marks=marks)] == ["u1"]


def test_a_group_is_not_away_when_a_person_of_its_name_is() -> None:
    duty = {"subject": "class", "kinds": ["conference"], "per": "term"}
    assert found(duty, leaves=(Leave("c1", date(2026, 9, 1)),))[0].state == "open"


def test_two_a_term_with_an_early_due_day() -> None:
    duty = {"per": "term", "times": 2, "before_week": 4}
    (cell,) = found(duty, talk(date(2026, 9, 8)))
    assert (cell.needed, cell.done, cell.due, cell.state) == (2, 1, date(2026, 9, 27), "overdue")
    (late,) = found(duty, pairings=(pairing(starts=date(2026, 10, 8)),))
    assert late.due == date(2027, 1, 22)


def test_a_duty_of_the_year_is_one_cell_in_both_terms() -> None:
    duty = {"per": "year"}
    act = talk(date(2026, 9, 8))
    autumn, spring = found(duty, act), found(duty, act, term=SPRING)
    assert autumn == spring
    assert brief(autumn[0]) == ("s1", "year-2026", 1, "met")


def test_what_is_owed_once_is_owed_in_the_term_the_pairing_began() -> None:
    duty = {"per": "once"}
    summer = (pairing(starts=date(2026, 8, 20)),)
    assert brief(found(duty, talk(date(2026, 8, 25)), pairings=summer)[0]) == ("s1", "once-2026-1", 1, "met")
    assert found(duty, pairings=summer, term=SPRING) == ()
    winter = (pairing(starts=date(2027, 2, 1)), pairing("p2", "s2", starts=date(2027, 7, 1)))
    first, second = found(duty, talk(date(2027, 2, 3)), pairings=winter, term=SPRING, as_of=date(2027, 3, 1))
    assert (first.done, second.state) == (1, "open")


def test_a_visit_in_the_holidays_counts_where_the_duty_says_so() -> None:
    winter = talk(date(2027, 2, 3), **VISIT)
    duty = {"subject": "family", "kinds": ["home_visit"], "per": "term"}
    later = date(2027, 3, 1)

    def done(term: Term, **values: Any) -> int:
        return found({**duty, **values}, winter, term=term, as_of=later)[0].done

    # The text is silent: for the term that follows; what the term before asked for has been due.
    assert (done(AUTUMN), done(SPRING)) == (0, 1)
    assert (done(AUTUMN, kinds=["talk"]), done(SPRING, kinds=["talk"])) == (0, 0)
    assert (done(AUTUMN, vacation_counts="term_before"), done(SPRING, vacation_counts="term_before")) == (1, 0)
    assert (done(AUTUMN, vacation_counts="term_after"), done(SPRING, vacation_counts="term_after")) == (0, 1)
    summer = talk(date(2026, 8, 20), **VISIT)
    known = (pairing(starts=date(2026, 8, 1)),)
    assert found({**duty, "vacation_counts": "term_after"}, summer, pairings=known)[0].done == 1


def test_records_between_counted_periods_are_lost_to_none() -> None:
    early = Term("t", "", date(2026, 9, 3), date(2026, 9, 18))
    calendar = SchoolCalendar((early,))
    before, between = talk(date(2026, 9, 4)), talk(date(2026, 9, 19))
    result = cells(scheme_with({"per": "week"}), calendar, early, (pairing(),), (before, between), TODAY)
    assert [(cell.period_key, cell.done) for cell in result] == [("t-w02", 0), ("t-w03", 0)]


def test_a_term_without_a_taught_day_and_an_open_cycle_have_no_cells() -> None:
    empty = Term("t", "", date(2026, 9, 5), date(2026, 9, 6))
    assert cells(scheme_with({"per": "term"}), SchoolCalendar((empty,)), empty, (pairing(),), (), TODAY) == ()
    assert found({"per": "cycle"}) == ()


def test_pairings_of_another_term_have_no_cells() -> None:
    assert (
        found({}, pairings=(pairing(starts=date(2027, 3, 1)), pairing(starts=date(2026, 3, 1), ends=date(2026, 7, 1))))
        == ()
    )


def test_taigu_owes_a_group_one_activity_a_cycle() -> None:
    result = cells(taigu(), YEAR, AUTUMN, (pairing(unit_id="u1"),), (), TODAY)
    assert [cell.duty_key for cell in result] == ["group_activity"] * 5 + ["individual"] * 5 + ["family", "work_plan"]


EXAMS = SchoolCalendar(YEAR.terms, YEAR.days, frozenset({date(2026, 11, 25), date(2027, 1, 18)}))


def in_exams(duty: Mapping[str, Any], *acts: Act, pairings: tuple[Pairing, ...] = (pairing(),)) -> tuple[Cell, ...]:
    return cells(scheme_with(duty), EXAMS, AUTUMN, pairings, acts, TODAY)


def test_in_an_exam_week_no_weekly_talk_is_owed() -> None:
    asked = {cell.period_key for cell in found({"per": "week"})} - {
        cell.period_key for cell in in_exams({"per": "week"})
    }
    assert asked == {"2026-1-w13", "2026-1-w21"}


def test_a_talk_of_an_exam_week_still_counts_for_the_month_and_the_due_day_stays() -> None:
    november = next(cell for cell in in_exams({}, talk(date(2026, 11, 23))) if cell.period_key == "2026-11")
    assert (november.done, november.due, november.state) == (1, date(2026, 11, 30), "met")
    assert [cell.due for cell in in_exams({"per": "term"})] == [date(2027, 1, 22)]


def test_a_pairing_that_leaves_only_the_exam_week_of_a_period_owes_nothing_there() -> None:
    late = pairing(starts=date(2026, 11, 18))
    reasons = [cell.reason for cell in found({"per": "two_weeks"}, pairings=(late,))]
    assert reasons[0] == "began_late"
    exams = SchoolCalendar(YEAR.terms, YEAR.days, frozenset({date(2026, 11, 9)}))
    result = cells(scheme_with({"per": "two_weeks"}), exams, AUTUMN, (late,), (), TODAY)
    assert result[0].reason == ""  # three of the five days that are left of the fortnight


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(on: bool) -> None:
    (gc.enable if on else gc.disable)()
    try:
        found({})
        assert gc.isenabled() is on
    finally:
        gc.enable()

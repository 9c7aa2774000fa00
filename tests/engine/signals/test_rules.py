import datetime as dt
import random
from dataclasses import replace

import pytest

from taoli.engine.signals import (
    Absence,
    Change,
    Concern,
    Direction,
    Finding,
    Rule,
    Sensitivity,
    StudentFacts,
    findings,
    window,
)
from tests.engine.rounds import ROUNDS

TODAY = dt.date(2026, 11, 23)
USUAL = Sensitivity()


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def said(facts: StudentFacts, sensitivity: Sensitivity = USUAL) -> list[Finding]:
    return findings([facts], sensitivity, TODAY)


def test_nothing_is_said_of_a_student_of_whom_nothing_is_known() -> None:
    assert said(StudentFacts("a")) == []


@pytest.mark.parametrize(("since", "last", "weeks"), [(60, None, 8), (60, 30, 4), (28, 90, 4)])
def test_no_contact_in_four_weeks_of_the_term_is_said(since: int, last: int | None, weeks: int) -> None:
    facts = StudentFacts("a", since=ago(since), last_contact=ago(last) if last else None)
    assert said(facts) == [Finding("a", Rule.CONTACT, {"weeks": weeks})]


@pytest.mark.parametrize(("since", "last"), [(27, None), (60, 27), (60, 0), (27, 90)])
def test_a_later_contact_or_a_young_term_says_nothing(since: int, last: int | None) -> None:
    assert said(StudentFacts("a", since=ago(since), last_contact=ago(last) if last is not None else None)) == []


LOWER = Change(Direction.LOWER, -1.0, 0.5, 4)


def test_a_fall_beyond_the_own_spread_is_said_with_its_numbers() -> None:
    facts = StudentFacts("a", change=LOWER, changed_on=ago(3))
    assert said(facts) == [Finding("a", Rule.FALL, {"earlier": 4, "times": 2.0})]


@pytest.mark.parametrize(
    "facts",
    [
        StudentFacts("a", change=LOWER, changed_on=ago(42)),
        StudentFacts("a", change=LOWER),
        StudentFacts("a", change=replace(LOWER, direction=Direction.HIGHER, by=1.0), changed_on=ago(3)),
        StudentFacts("a", change=replace(LOWER, direction=Direction.STEADY), changed_on=ago(3)),
        StudentFacts("a", change=Change(Direction.UNKNOWN), changed_on=ago(3)),
    ],
)
def test_an_old_exam_a_rise_and_too_little_past_are_no_fall(facts: StudentFacts) -> None:
    assert said(facts) == []


def test_a_school_may_ask_for_a_greater_fall() -> None:
    facts = StudentFacts("a", change=LOWER, changed_on=ago(3))
    assert said(facts, replace(USUAL, fall_times=2.0)) == []


def test_papers_missed_lately_are_added_up() -> None:
    facts = StudentFacts("a", absences=(Absence(ago(3), 1), Absence(ago(20), 1), Absence(ago(100), 9)))
    assert said(facts) == [Finding("a", Rule.ABSENCE, {"papers": 2, "weeks": 8})]
    assert said(replace(facts, absences=facts.absences[1:])) == []


def test_two_adults_are_two_and_one_twice_is_one() -> None:
    facts = StudentFacts("a", concerns=(Concern("x", ago(3)), Concern("x", ago(4))))
    assert said(facts) == []
    more = replace(facts, concerns=(*facts.concerns, Concern("y", ago(1))))
    assert said(more) == [Finding("a", Rule.CONCERNS, {"adults": 2, "weeks": 4})]


def test_a_low_mood_counts_once_a_day() -> None:
    assert said(StudentFacts("a", low_moods=(ago(3), ago(3)))) == []
    assert said(StudentFacts("a", low_moods=(ago(3), ago(17)))) == [Finding("a", Rule.MOOD, {"times": 2, "weeks": 6})]


def test_what_lies_in_the_future_counts_for_nothing() -> None:
    facts = StudentFacts("a", change=LOWER, changed_on=ago(-1), low_moods=(ago(-1), ago(-2)))
    assert said(facts) == []


def test_a_rule_that_is_off_is_silent() -> None:
    facts = StudentFacts("a", since=ago(60), change=LOWER, changed_on=ago(3))
    assert [one.rule for one in said(facts)] == [Rule.CONTACT, Rule.FALL]
    assert [one.rule for one in said(facts, replace(USUAL, rules=frozenset({Rule.FALL})))] == [Rule.FALL]


def test_each_rule_keeps_silent_for_its_own_window() -> None:
    assert {rule.value: window(rule, USUAL) for rule in Rule} == {
        "contact": 28,
        "fall": 42,
        "absence": 56,
        "concerns": 28,
        "mood": 42,
    }


def _random(chance: random.Random) -> StudentFacts:
    day = ago(chance.randint(-10, 120))
    by = chance.gauss(0, 1)
    word = chance.choice(list(Direction))
    return StudentFacts(
        chance.random(),
        since=chance.choice([None, ago(chance.randint(0, 90))]),
        last_contact=chance.choice([None, day]),
        change=chance.choice([None, Change(word, by, abs(by) / 2, 4)]),
        changed_on=chance.choice([None, day]),
        absences=tuple(Absence(ago(chance.randint(0, 90))) for _each in range(chance.randint(0, 4))),
        concerns=tuple(Concern(chance.randint(0, 3), ago(chance.randint(0, 90))) for _each in range(4)),
        low_moods=tuple(ago(chance.randint(0, 90)) for _each in range(chance.randint(0, 4))),
    )


def test_each_rule_speaks_once_of_a_student_and_of_each_student_alone() -> None:
    chance = random.Random(11)  # noqa: S311 repeatable
    for _round in range(ROUNDS):
        facts = [_random(chance) for _each in range(5)]
        found = findings(facts, USUAL, TODAY)
        assert len({(one.key, one.rule) for one in found}) == len(found)
        assert found == [one for each in facts for one in findings([each], USUAL, TODAY)]
        asked = replace(USUAL, contact_weeks=6, fall_times=2.0, absences=3, adults=3, moods=3)
        fewer = findings(facts, asked, TODAY)
        assert {(one.key, one.rule) for one in fewer} <= {(one.key, one.rule) for one in found}

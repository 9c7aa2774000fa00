"""The rules, each a few lines that anybody can check."""

import datetime as dt
from collections.abc import Iterable, Iterator

from taoli.engine.signals.facts import Finding, Rule, Sensitivity, StudentFacts
from taoli.engine.signals.standing import Direction

WEEK = 7


def findings(facts: Iterable[StudentFacts], said: Sensitivity, today: dt.date) -> list[Finding]:
    """Return which rules fire for which students, in the students' order; at most one finding a rule and student."""
    return [found for one in facts for found in _of(one, said, today)]


def window(rule: Rule, said: Sensitivity) -> int:
    """Return for how many days a rule that has spoken of a student keeps silent about the same."""
    weeks = {
        Rule.CONTACT: said.contact_weeks,
        Rule.FALL: said.fall_weeks,
        Rule.ABSENCE: said.absence_weeks,
        Rule.CONCERNS: said.adult_weeks,
        Rule.MOOD: said.mood_weeks,
    }
    return WEEK * weeks[rule]


def _of(one: StudentFacts, said: Sensitivity, today: dt.date) -> Iterator[Finding]:
    made = (_contact(one, said, today), _fall(one, said, today), _absence(one, said, today))
    rest = (_concerns(one, said, today), _mood(one, said, today))
    yield from (found for found in (*made, *rest) if found is not None and found.rule in said.rules)


def _lately(day: dt.date, weeks: int, today: dt.date) -> bool:
    return 0 <= (today - day).days < WEEK * weeks


def _contact(one: StudentFacts, said: Sensitivity, today: dt.date) -> Finding | None:
    """No adult has reached the student in n weeks of a time in which contact is expected."""
    if one.since is None:
        return None
    days = (today - max(one.since, one.last_contact or one.since)).days
    if days < WEEK * said.contact_weeks:
        return None
    return Finding(one.key, Rule.CONTACT, {"weeks": days // WEEK})


def _fall(one: StudentFacts, said: Sensitivity, today: dt.date) -> Finding | None:
    """The latest exam lies below the own mean by more than so many of the own spreads."""
    change, day = one.change, one.changed_on
    if change is None or day is None or not _lately(day, said.fall_weeks, today):
        return None
    if change.direction != Direction.LOWER or change.times <= said.fall_times:
        return None
    return Finding(one.key, Rule.FALL, {"earlier": change.n, "times": round(change.times, 1)})


def _absence(one: StudentFacts, said: Sensitivity, today: dt.date) -> Finding | None:
    """So many papers were not written lately."""
    papers = sum(each.papers for each in one.absences if _lately(each.day, said.absence_weeks, today))
    if papers < said.absences:
        return None
    return Finding(one.key, Rule.ABSENCE, {"papers": papers, "weeks": said.absence_weeks})


def _concerns(one: StudentFacts, said: Sensitivity, today: dt.date) -> Finding | None:
    """So many different adults have said lately that they are worried."""
    adults = {each.adult for each in one.concerns if _lately(each.day, said.adult_weeks, today)}
    if len(adults) < said.adults:
        return None
    return Finding(one.key, Rule.CONCERNS, {"adults": len(adults), "weeks": said.adult_weeks})


def _mood(one: StudentFacts, said: Sensitivity, today: dt.date) -> Finding | None:
    """The student has called the own mood low on so many days lately."""
    days = {day for day in one.low_moods if _lately(day, said.mood_weeks, today)}
    if len(days) < said.moods:
        return None
    return Finding(one.key, Rule.MOOD, {"times": len(days), "weeks": said.mood_weeks})

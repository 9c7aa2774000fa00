"""Versions of a scheme one after another: which of them a period is judged by.

A period is judged by the law in force on its first day and keeps it to its end. Where a law takes effect inside a
period, that period counts under it only if nothing of the same key is still running under an older law and at least
half of its taught days are left; it then starts on that day, like a pairing that starts inside a period.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Generic, TypeVar

from taoli.engine.calendar import SchoolCalendar, TeachingDays, Term
from taoli.engine.compliance.windows import Window, windows
from taoli.engine.scheme.duties import Conference, Duty
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.vocabulary import Actor

Rule = TypeVar("Rule", Duty, Conference)
OWED_BY = frozenset({Actor.MENTOR, Actor.STUDENT})


@dataclass(frozen=True, slots=True)
class Law:
    """A version of the scheme and the first day on which it is in force."""

    scheme: Scheme
    since: date = date.min


@dataclass(frozen=True, slots=True)
class Asked(Generic[Rule]):
    """One rule under one law (`law`: its place among those given): the windows in which it is owed, and the taught days
    they lie on; `taken_over`: a successor answers for the period in which he takes over.
    """

    law: int
    rule: Rule
    windows: tuple[Window, ...]
    taught: TeachingDays
    taken_over: bool = False


def in_turn(laws: Sequence[Law]) -> tuple[tuple[int, Law, date], ...]:
    """Place, law and last day of those that ever come into force, in order. A later version that is in force from the
    same or an earlier day replaces those before it.
    """
    kept: list[tuple[int, Law]] = []
    for place, law in enumerate(laws):
        while kept and kept[-1][1].since >= law.since:
            kept.pop()
        kept.append((place, law))
    lasts = [*(law.since - timedelta(days=1) for _place, law in kept[1:]), date.max]
    return tuple((place, law, last) for (place, law), last in zip(kept, lasts, strict=False))


def asked(laws: Scheme | Sequence[Law], calendar: SchoolCalendar, term: Term) -> tuple[Asked[Duty], ...]:
    """The recorded duties of mentors and students with their windows in a term, law by law, in the schemes' order."""
    return tuple(_asked(_laws(laws), calendar, term, _duties))


def asked_conferences(
    laws: Scheme | Sequence[Law], calendar: SchoolCalendar, term: Term
) -> tuple[Asked[Conference], ...]:
    """The regular conferences with their windows in a term; one held whenever needed (`per` None) owes nothing."""
    return tuple(_asked(_laws(laws), calendar, term, _conferences))


def narrowed(rules: Iterable[Asked[Duty]], kinds: Collection[str], days: Collection[date]) -> tuple[Asked[Duty], ...]:
    """Only what a record of one of these kinds on one of these days can touch."""
    found = []
    for one in rules:
        if not set(kinds).isdisjoint(one.rule.kinds):
            near = tuple(window for window in one.windows if any(window.opens <= day <= window.closes for day in days))
            if near:
                found.append(replace(one, windows=near))
    return tuple(found)


def _laws(laws: Scheme | Sequence[Law]) -> Sequence[Law]:
    return (Law(laws),) if isinstance(laws, Scheme) else laws


def _duties(scheme: Scheme) -> Iterable[Duty]:
    return (duty for duty in scheme.duties if duty.recorded and duty.who in OWED_BY)


def _conferences(scheme: Scheme) -> Iterable[Conference]:
    return (one for one in scheme.conferences if one.per is not None)


def _asked(
    laws: Sequence[Law], calendar: SchoolCalendar, term: Term, rules: Callable[[Scheme], Iterable[Rule]]
) -> Iterator[Asked[Rule]]:
    running: dict[str, date] = {}  # rule → the last day of its latest period so far
    names: set[tuple[str, str]] = set()
    for place, law, last in in_turn(laws):
        continuity = law.scheme.continuity
        found = []
        for rule in rules(law.scheme):
            whole, taught = windows(rule, calendar, term, law.scheme.cycle)
            kept = tuple(_named(rule.key, names, _judged(whole, taught, law, last, running.get(rule.key, date.min))))
            if kept:
                found.append(
                    Asked(place, rule, kept, taught, continuity is not None and continuity.successor_takes_over)
                )
        for one in found:
            running[one.rule.key] = max(running.get(one.rule.key, date.min), one.windows[-1].period.ends)
        yield from found


def _judged(whole: Iterable[Window], taught: TeachingDays, law: Law, last: date, running: date) -> Iterator[Window]:
    for window in whole:
        if law.since <= window.begins <= last:
            yield window
        elif window.begins < law.since <= window.due and running < law.since:
            left = taught.count(law.since, window.period.ends)
            if left * 2 >= window.taught:
                yield replace(window, begins=law.since, opens=law.since)


def _named(key: str, names: set[tuple[str, str]], found: Iterable[Window]) -> Iterator[Window]:
    """Cycles of another length may bear the number of one that is past: they get a letter."""
    for window in found:
        name = window.period.key
        while (key, name) in names:
            name = name[:-1] + chr(ord(name[-1]) + 1) if name[-1].isalpha() else f"{name}b"
        names.add((key, name))
        yield window if name == window.period.key else replace(window, period=replace(window.period, key=name))

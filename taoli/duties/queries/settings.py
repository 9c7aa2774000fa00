"""The ground on which cells are made: the term, its calendar, the laws in force in it."""

import datetime as dt
import functools
import hashlib
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, IntegerField, QuerySet, Value

from taoli.common import clock
from taoli.duties.queries.prepared import Prepared
from taoli.engine import calendar as engine
from taoli.engine.compliance import Asked, Law, asked, in_turn
from taoli.engine.scheme import Duty, Scheme
from taoli.engine.scheme.vocabulary import FulfilledBy
from taoli.roster.models import SchoolDay, Term
from taoli.roster.queries.calendar import RECKONED, calendar_of, of_year, term_at, term_facts
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import rules

# Holidays before and after the terms of a year: a visit made in them may count for a term.
VACATION = dt.timedelta(days=120)
# How the engine reckons: raised when the same calendar and schemes make other cells (3: laws that follow each other).
RECKONING = 3
KNOWN_GROUNDS = 256

Days = dict[uuid.UUID, list[tuple[dt.date, str]]]
Published = tuple[uuid.UUID, dt.date, str]  # id, in force from, checksum


@dataclass(frozen=True, slots=True)
class Version:
    """A published version of the school's scheme, as its law: `place` is that of `engine.facts.Cell.law`."""

    pk: uuid.UUID
    law: Law


@dataclass(frozen=True, slots=True)
class Setting:
    """One term of a school under the versions of its scheme; acts held from `since` to `until` can matter to it.

    `rules` is the version in force on the day asked for (on the term's last day once it is over), `versions` all that
    cells of the term are judged by; `stamp` changes whenever the calendar or one of them does.
    """

    school_id: int
    term: Term
    on: dt.date
    versions: tuple[Version, ...]
    calendar: engine.SchoolCalendar
    facts: engine.Term
    asked: tuple[Asked[Duty], ...]
    stamp: str

    @property
    def since(self) -> dt.date:
        """The first day whose acts can matter."""
        return self.calendar.terms[0].starts - VACATION

    @property
    def until(self) -> dt.date:
        """The last day whose acts can matter."""
        return self.calendar.terms[-1].ends + VACATION

    @property
    def scheme_id(self) -> uuid.UUID:
        """The version in force."""
        return self._in_force.pk

    @property
    def rules(self) -> Scheme:
        """The rules in force."""
        return self._in_force.law.scheme

    @property
    def _in_force(self) -> Version:
        return max((one for one in self.versions if one.law.since <= self.on), key=lambda one: one.law.since)

    @property
    def successors(self) -> bool:
        """Whether somebody who takes a mentor's place answers for the period in which that happens."""
        return any(one.taken_over for one in self.asked)

    @property
    def substitutes(self) -> bool:
        """Whether somebody who stands in for a mentor can fulfil what is owed."""
        return any(one.rule.fulfilled_by == FulfilledBy.SUBSTITUTE for one in self.asked)

    @property
    def marks(self) -> bool:
        """Whether something is owed to students of a category or key attention only."""
        return any(one.rule.only_for for one in self.asked)

    def duty(self, key: str, scheme_id: uuid.UUID | None = None) -> Duty:
        """Return a duty as one version has it, else as the version in force, else as the latest that has it: what was
        asked for earlier in the term keeps its label and clause. KeyError: none has it.
        """
        wanted = self.scheme_id if scheme_id is None else scheme_id
        order = sorted(self.versions, key=lambda one: (one.pk == wanted, one.law.since), reverse=True)
        return next(duty for one in order for duty in one.law.scheme.duties if duty.key == key)

    def duty_order(self) -> dict[str, int]:
        """Return duty → place: as the version in force has them, then those of others, the latest first."""
        order = sorted(self.versions, key=lambda one: (one.pk == self.scheme_id, one.law.since), reverse=True)
        keys = dict.fromkeys(duty.key for one in order for duty in one.law.scheme.duties)
        return {key: place for place, key in enumerate(keys)}


def setting_of(school_id: int, term: Term) -> Setting | None:
    """Return the setting of a term, or None while no scheme is in force; two queries."""
    known = _terms(school_id)
    days, published = _days_and_versions(school_id)
    return _setting(known, days, published, next(one for one in known if one.pk == term.pk))


def setting_now(school_id: int, on: dt.date | None = None) -> Setting | None:
    """Return the setting of the term of a day (today), or None without term or scheme; two queries."""
    known = _terms(school_id)
    term = term_at(known, on or clock.today())
    if term is None:
        return None
    return _setting(known, *_days_and_versions(school_id), term)


def settings_between(school_id: int, first: dt.date, last: dt.date) -> list[Setting]:
    """Return the settings of all begun terms to which acts held between two days can matter; two queries."""
    known = _terms(school_id)
    days, published = _days_and_versions(school_id)
    begun = [term for term in known if term.starts <= clock.today()]
    found = [setting for term in begun if (setting := _setting(known, days, published, term))]
    return [setting for setting in found if setting.since <= last and first <= setting.until]


def _setting(known: list[Term], days: Days, published: Sequence[Published], term: Term) -> Setting | None:
    on = min(clock.today(), term.ends)
    if not any(since <= on for _pk, since, _checksum in published):
        return None
    year = of_year(known, term)
    differing = tuple(day for one in year for day in days[one.pk])
    rows = tuple((one.pk, one.name, one.starts, one.ends) for one in year)
    return Setting(term.school_id, term, on, *_ground(term.school_id, rows, differing, tuple(published), term.pk))


@functools.lru_cache(maxsize=KNOWN_GROUNDS)
def _ground(
    school_id: int,
    year: tuple[tuple[uuid.UUID, str, dt.date, dt.date], ...],
    differing: tuple[tuple[dt.date, str], ...],
    published: tuple[Published, ...],
    term: uuid.UUID,
) -> tuple[tuple[Version, ...], engine.SchoolCalendar, engine.Term, tuple[Asked[Duty], ...], str]:
    """Return versions, calendar, term, what is asked and the stamp: the same whenever the rows are the same."""
    rows = {pk: Term(pk=pk, name=name, starts=starts, ends=ends) for pk, name, starts, ends in year}
    calendar, facts = calendar_of(rows.values(), differing), term_facts(rows[term])
    first, last = calendar.terms[0].starts, calendar.terms[-1].ends
    laws = [Law(_rules(school_id, pk, checksum), since) for pk, since, checksum in published]
    turns = [place for place, law, ends in in_turn(laws) if law.since <= last and first <= ends]
    versions = tuple(Version(published[place][0], laws[place]) for place in turns)
    parts = [RECKONING, *(published[place] for place in turns), *year, *differing, term]
    stamp = hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()
    return versions, calendar, facts, asked([one.law for one in versions], calendar, facts), stamp


def _terms(school_id: int) -> list[Term]:
    """Return the school's terms, the latest first."""
    names = ("id", "school_id", "name", "starts", "ends")
    return [Term.from_db("default", names, row) for row in _term_rows(school=school_id)]


@Prepared
def _term_rows(*, school: Any) -> "QuerySet[Any, Any]":
    return Term.objects.of(school).order_by("-starts", "id").values_list("id", "school_id", "name", "starts", "ends")


def _days_and_versions(school_id: int) -> tuple[Days, list[Published]]:
    """Return the days the engine is told of, and the published versions in the order of their numbers; one query: this
    is asked with every record and every page of what is due.
    """
    rows = _day_and_version_rows(school=school_id)
    found: Days = defaultdict(list)
    published: list[tuple[int, Published]] = []
    for pk, day, text, number in rows:
        if number:
            published.append((number, (pk, day, text)))
        else:
            found[pk].append((day, text))
    for one in found.values():
        one.sort()
    return found, [version for _number, version in sorted(published)]


@Prepared
def _day_and_version_rows(*, school: Any) -> "QuerySet[Any, Any]":
    days = SchoolDay.objects.of(school).filter(kind__in=RECKONED).order_by()
    versions = SchemeVersion.objects.of(school).exclude(state=SchemeVersion.State.DRAFT).order_by()
    return days.values_list("term_id", "day", "kind", Value(0, IntegerField())).union(
        versions.values_list("pk", "in_force_from", "checksum", F("version")), all=True
    )


_parsed: dict[str, Scheme] = {}


def _rules(school_id: int, pk: uuid.UUID, checksum: str) -> Scheme:
    """Return a version's rules, read once a process: the version is frozen and the checksum is that of its rules."""
    if checksum not in _parsed:
        _parsed[checksum] = rules(SchemeVersion.objects.of(school_id).get(pk=pk))
    return _parsed[checksum]

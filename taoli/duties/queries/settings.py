"""The ground on which cells are made: the term, its calendar, the laws in force in it."""

import datetime as dt
import functools
import hashlib
import uuid
from collections import defaultdict
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
from taoli.roster.queries.calendar import RECKONED, Around, around, calendar_of, of_year, term_at, term_facts
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import rules

# Holidays before and after the terms of a year: a visit made in them may count for a term.
VACATION = dt.timedelta(days=120)
# How the engine reckons: raised when the same calendar and schemes make other cells (3: laws that follow each other;
# 4: visits in the holidays, refusals).
RECKONING = 4
KNOWN_GROUNDS = 256
# In place of a version's number, where all are read at once.
TERM, DAY = -1, 0
TERM_FIELDS = ("id", "school_id", "name", "starts", "ends")

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
    """Return the setting of a term, or None while no scheme is in force; one query."""
    rows = _rows_of(school_id)
    return _setting(rows, next(one for one in rows.terms if one.pk == term.pk))


def setting_now(school_id: int, on: dt.date | None = None) -> Setting | None:
    """Return the setting of the term of a day (today), or None without term or scheme; one query."""
    rows = _rows_of(school_id)
    term = term_at(rows.terms, on or clock.today())
    return _setting(rows, term) if term else None


def settings_between(school_id: int, first: dt.date, last: dt.date) -> list[Setting]:
    """Return the settings of all begun terms to which acts held between two days can matter; one query."""
    rows = _rows_of(school_id)
    begun = [term for term in rows.terms if term.starts <= clock.today()]
    found = [setting for term in begun if (setting := _setting(rows, term))]
    return [setting for setting in found if setting.since <= last and first <= setting.until]


@dataclass(frozen=True, slots=True)
class Rows:
    """A school's terms, the latest first; the days that differ, by term; the published versions by number."""

    terms: list[Term]
    days: Days
    published: tuple[Published, ...]


def _setting(rows: Rows, term: Term) -> Setting | None:
    on = min(clock.today(), term.ends)
    if not any(since <= on for _pk, since, _checksum in rows.published):
        return None
    year = of_year(rows.terms, term)
    differing = tuple(day for one in year for day in rows.days[one.pk])
    names = tuple((one.pk, one.name, one.starts, one.ends) for one in year)
    return Setting(
        term.school_id,
        term,
        on,
        *_ground(term.school_id, names, differing, around(rows.terms, year), rows.published, term.pk),
    )


@functools.lru_cache(maxsize=KNOWN_GROUNDS)
def _ground(
    school_id: int,
    year: tuple[tuple[uuid.UUID, str, dt.date, dt.date], ...],
    differing: tuple[tuple[dt.date, str], ...],
    neighbours: Around,
    published: tuple[Published, ...],
    term: uuid.UUID,
) -> tuple[tuple[Version, ...], engine.SchoolCalendar, engine.Term, tuple[Asked[Duty], ...], str]:
    """Return versions, calendar, term, what is asked and the stamp: the same whenever the rows are the same."""
    rows = {pk: Term(pk=pk, name=name, starts=starts, ends=ends) for pk, name, starts, ends in year}
    calendar, facts = calendar_of(rows.values(), differing, neighbours), term_facts(rows[term])
    first, last = calendar.terms[0].starts, calendar.terms[-1].ends
    laws = [Law(_rules(school_id, pk, checksum), since) for pk, since, checksum in published]
    turns = [place for place, law, ends in in_turn(laws) if law.since <= last and first <= ends]
    versions = tuple(Version(published[place][0], laws[place]) for place in turns)
    parts = [RECKONING, *(published[place] for place in turns), *year, *differing, *neighbours, term]
    stamp = hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()
    return versions, calendar, facts, asked([one.law for one in versions], calendar, facts), stamp


def _rows_of(school_id: int) -> Rows:
    """Return what settings are made of; one query: it is asked with every record and every page of what is due."""
    terms: list[Term] = []
    days: Days = defaultdict(list)
    published: list[tuple[int, Published]] = []
    for pk, first, last, text, number in _terms_days_versions(school=school_id):
        if number == TERM:
            terms.append(Term.from_db("default", TERM_FIELDS, (pk, school_id, text, first, last)))
        elif number == DAY:
            days[pk].append((first, text))
        else:
            published.append((number, (pk, first, text)))
    for one in days.values():
        one.sort()
    terms.sort(key=lambda term: (-term.starts.toordinal(), term.pk))
    return Rows(terms, days, tuple(version for _number, version in sorted(published)))


@Prepared
def _terms_days_versions(*, school: Any) -> "QuerySet[Any, Any]":
    terms = Term.objects.of(school).order_by()
    days = SchoolDay.objects.of(school).filter(kind__in=RECKONED).order_by()
    versions = SchemeVersion.objects.of(school).exclude(state=SchemeVersion.State.DRAFT).order_by()
    return terms.values_list("pk", "starts", "ends", "name", Value(TERM, IntegerField())).union(
        days.values_list("term_id", "day", F("day"), "kind", Value(DAY, IntegerField())),
        versions.values_list("pk", "in_force_from", F("in_force_from"), "checksum", F("version")),
        all=True,
    )


_parsed: dict[str, Scheme] = {}


def _rules(school_id: int, pk: uuid.UUID, checksum: str) -> Scheme:
    """Return a version's rules, read once a process: the version is frozen and the checksum is that of its rules."""
    if checksum not in _parsed:
        _parsed[checksum] = rules(SchemeVersion.objects.of(school_id).get(pk=pk))
    return _parsed[checksum]

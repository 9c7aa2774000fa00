"""What cells are reckoned from, beside pairings and acts: a term, its calendar, the scheme in force."""

import datetime as dt
import hashlib
import uuid
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Model, OuterRef, Q, QuerySet, Subquery

from taoli.common import clock
from taoli.engine import calendar as engine
from taoli.engine.scheme import Scheme
from taoli.roster.models import AttentionMark, SchoolDay, StaffLeave, StudentCategory, Term
from taoli.roster.queries.calendar import RECKONED, calendar_of, of_year, term_at, term_facts
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import rules

# Holidays before and after the terms of a year: a visit made in them may count for a term.
VACATION = dt.timedelta(days=120)
# How the engine reckons: raised when the same calendar and scheme make other cells (2: examination weeks ask nothing).
RECKONING = 2
STANDING: tuple[type[Model], ...] = (AttentionMark, StudentCategory, StaffLeave)


@dataclass(frozen=True)
class Setting:
    """One term of a school under the scheme in force; acts held from `since` to `until` can matter to it.

    `stamp` changes whenever the calendar, the scheme, a mark or an absence does.
    """

    school_id: int
    term: Term
    scheme_id: uuid.UUID
    rules: Scheme
    calendar: engine.SchoolCalendar
    facts: engine.Term
    stamp: str

    @property
    def since(self) -> dt.date:
        """The first day whose acts can matter."""
        return self.calendar.terms[0].starts - VACATION

    @property
    def until(self) -> dt.date:
        """The last day whose acts can matter."""
        return self.calendar.terms[-1].ends + VACATION


def setting_of(school_id: int, term: Term) -> Setting | None:
    """Return the setting of a term, or None while no scheme is in force; two queries."""
    known = _terms(school_id)
    return _setting(known, _days(school_id), next(one for one in known if one.pk == term.pk))


def setting_now(school_id: int, on: dt.date | None = None) -> Setting | None:
    """Return the setting of the term of a day (today), or None without term or scheme; two queries."""
    known = _terms(school_id)
    term = term_at(known, on or clock.today())
    return _setting(known, _days(school_id), term) if term else None


def settings_between(school_id: int, first: dt.date, last: dt.date) -> list[Setting]:
    """Return the settings of all begun terms to which acts held between two days can matter; two queries."""
    known, days = _terms(school_id), _days(school_id)
    begun = [term for term in known if term.starts <= clock.today()]
    found = [setting for term in begun if (setting := _setting(known, days, term))]
    return [setting for setting in found if setting.since <= last and first <= setting.until]


Days = dict[uuid.UUID, list[tuple[dt.date, str]]]


def _setting(known: list[Term], days: Days, term: Term) -> Setting | None:
    row: Any = term
    if row.scheme_pk is None:
        return None
    year = of_year(known, term)
    differing = [day for one in year for day in days[one.pk]]
    parts = [
        RECKONING,
        row.scheme_pk,
        row.scheme_checksum,
        *((one.pk, one.starts, one.ends) for one in year),
        *differing,
    ]
    parts += [
        getattr(row, f"{model.__name__.lower()}_{what}") for model in STANDING for what in ("all", "ends", "last")
    ]
    return Setting(
        school_id=term.school_id,
        term=term,
        scheme_id=row.scheme_pk,
        rules=_rules(term.school_id, row.scheme_pk, row.scheme_checksum),
        calendar=calendar_of(year, differing),
        facts=term_facts(term),
        stamp=hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest(),
    )


_parsed: dict[str, Scheme] = {}


def _rules(school_id: int, pk: uuid.UUID, checksum: str) -> Scheme:
    """Return a version's rules, read once a process: the version is frozen and the checksum is that of its rules."""
    if checksum not in _parsed:
        _parsed[checksum] = rules(SchemeVersion.objects.of(school_id).get(pk=pk))
    return _parsed[checksum]


def _days(school_id: int) -> Days:
    """Return the days the engine is told of; what is only written into the calendar makes no cell anew."""
    found: Days = defaultdict(list)
    rows = SchoolDay.objects.of(school_id).filter(kind__in=RECKONED).order_by("day")
    for term_id, day, kind in rows.values_list("term_id", "day", "kind"):
        found[term_id].append((day, kind))
    return found


def _terms(school_id: int) -> list[Term]:
    """Return the terms, the latest first, each with the scheme in force in it (or on its last day, once it is over)."""
    in_force = (
        SchemeVersion.objects.of(school_id)
        .exclude(state=SchemeVersion.State.DRAFT)
        .filter(Q(in_force_from__lte=clock.today()) & Q(in_force_from__lte=OuterRef("ends")))
        .order_by("-version")
    )
    facts: dict[str, Any] = {
        "scheme_pk": Subquery(in_force.values("pk")[:1]),
        "scheme_checksum": Subquery(in_force.values("checksum")[:1]),
    }
    for model in STANDING:
        name = model.__name__.lower()
        facts[f"{name}_all"] = Subquery(_summed(model, school_id, Count("pk")))
        facts[f"{name}_ends"] = Subquery(_summed(model, school_id, Count("ends")))
        facts[f"{name}_last"] = Subquery(_summed(model, school_id, Max("ends")))
    return list(Term.objects.of(school_id).annotate(**facts).order_by("-starts", "id"))


def _summed(model: type[Model], school_id: int, what: Any) -> "QuerySet[Any, Any]":
    rows: QuerySet[Any, Any] = model._default_manager.filter(school_id=school_id).order_by()
    summed: QuerySet[Any, Any] = rows.values("school_id").annotate(summed=what).values("summed")
    return summed

"""What cells are reckoned from, beside pairings and acts: a term, its calendar, the scheme in force."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Model, QuerySet, Subquery

from taoli.common import clock
from taoli.engine import calendar as engine
from taoli.engine.scheme import Scheme
from taoli.roster.models import AttentionMark, SchoolDay, StaffLeave, StudentCategory, Term
from taoli.roster.queries.calendar import calendar_facts, current_term, term_facts, terms
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import published, rules

# Holidays before and after the terms of a year: a visit made in them may count for a term.
VACATION = dt.timedelta(days=120)


@dataclass(frozen=True)
class Setting:
    """One term of a school under the scheme in force; acts held from `since` to `until` can matter to it."""

    school_id: int
    term: Term
    scheme: SchemeVersion
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
    """Return the setting of a term, or None while no scheme is published."""
    scheme = published(school_id, min(clock.today(), term.ends))
    if scheme is None:
        return None
    return Setting(
        school_id=school_id,
        term=term,
        scheme=scheme,
        rules=rules(scheme),
        calendar=calendar_facts(school_id, term),
        facts=term_facts(term),
        stamp=_stamp(school_id, term, scheme),
    )


def setting_now(school_id: int, on: dt.date | None = None) -> Setting | None:
    """Return the setting of the term of a day (today), or None without term or scheme."""
    term = current_term(school_id, on)
    return setting_of(school_id, term) if term else None


def settings_between(school_id: int, first: dt.date, last: dt.date) -> list[Setting]:
    """Return the settings of all begun terms to which acts held between two days can matter."""
    begun = [term for term in terms(school_id) if term.starts <= clock.today()]
    near = [term for term in begun if term.starts - 3 * VACATION <= last and first <= term.ends + 3 * VACATION]
    found = [setting for term in near if (setting := setting_of(school_id, term))]
    return [setting for setting in found if setting.since <= last and first <= setting.until]


def _stamp(school_id: int, term: Term, scheme: SchemeVersion) -> str:
    """Return a text that changes whenever the calendar, the scheme, a mark or an absence does; one query."""
    tables: tuple[tuple[type[Model], str], ...] = (
        (SchoolDay, "day"),
        (AttentionMark, "ends"),
        (StudentCategory, "ends"),
        (StaffLeave, "ends"),
    )
    counts: dict[str, Any] = {}
    for model, ends in tables:
        name = model.__name__.lower()
        counts[f"{name}_all"] = Subquery(_count(model, school_id, "pk"))
        counts[f"{name}_ended"] = Subquery(_count(model, school_id, ends))
    row = Term.objects.of(school_id).filter(pk=term.pk).annotate(**counts).values_list("starts", "ends", *counts).get()
    return "|".join(str(part) for part in (scheme.pk, scheme.checksum, *row))


def _count(model: type[Model], school_id: int, field: str) -> "QuerySet[Any, Any]":
    rows: QuerySet[Any, Any] = model._default_manager.filter(school_id=school_id).order_by()
    counted: QuerySet[Any, Any] = rows.values("school_id").annotate(n=Count(field)).values("n")
    return counted

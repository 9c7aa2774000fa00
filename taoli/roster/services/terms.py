"""Terms and school days: holidays and make-up days as the State Council announces them, correctable by hand."""

import datetime as dt
import uuid
from collections.abc import Iterator

from chinese_calendar import constants
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import SchoolDay, Term

LAST_KNOWN_YEAR = max(constants.holidays).year
# A school year has 365 days; a term that long is a slip of the pen.
LONGEST = 250

Kind = SchoolDay.Kind


def announced_days(starts: dt.date, ends: dt.date) -> Iterator[tuple[dt.date, str]]:
    """Yield the announced holidays and make-up days between two days, both included."""
    day = starts
    while day <= ends:
        if day in constants.holidays:
            yield day, Kind.HOLIDAY.value
        elif day in constants.workdays and day.weekday() > FRIDAY:
            yield day, Kind.MAKE_UP.value
        day += dt.timedelta(days=1)


FRIDAY = 4


def unannounced_years(starts: dt.date, ends: dt.date) -> list[int]:
    """Return the years of a term whose holidays are not known here yet: there only weekends are free."""
    return [year for year in range(starts.year, ends.year + 1) if year > LAST_KNOWN_YEAR]


def save_term(*, by: Actor, name: str, starts: dt.date, ends: dt.date, pk: uuid.UUID | None = None) -> Term:
    """Enter a term, or correct one: its holidays are filled in, days corrected by hand stay as they are.

    TaoliError: ends before it starts, too long, overlaps another term, or the name is taken.
    """
    others = Term.objects.of(by.school_id)
    if pk:
        others = others.exclude(pk=pk)
    _check(others.filter(name=name).first(), list(others), starts, ends)
    with change(by=by, action="term.save", name=name, starts=starts, ends=ends) as note:
        term = Term.objects.of(by.school_id).get(pk=pk) if pk else Term(school_id=by.school_id)
        before = (term.starts, term.ends) if pk else None
        term.name, term.starts, term.ends = name, starts, ends
        term.save()
        _fill(term, before)
        note.object_id = term.pk
    return term


def _check(twin: Term | None, others: list[Term], starts: dt.date, ends: dt.date) -> None:
    if ends <= starts:
        raise TaoliError(_("The last day must come after the first."))
    if (ends - starts).days > LONGEST:
        raise TaoliError(_("A term cannot be longer than %(days)s days.") % {"days": LONGEST})
    if twin:
        raise TaoliError(_("There is a term called %(name)s already.") % {"name": twin.name})
    if clash := next((one for one in others if one.starts <= ends and starts <= one.ends), None):
        words = {"name": clash.name, "starts": clash.starts, "ends": clash.ends}
        raise TaoliError(_("These days overlap with %(name)s (%(starts)s to %(ends)s).") % words)


def _fill(term: Term, before: tuple[dt.date, dt.date] | None) -> None:
    rows = SchoolDay.objects.of(term.school_id)
    rows.filter(term=term).exclude(day__range=(term.starts, term.ends)).delete()
    known = set(rows.values_list("day", flat=True))
    new = [
        SchoolDay(school_id=term.school_id, term=term, day=day, kind=kind)
        for day, kind in announced_days(term.starts, term.ends)
        if day not in known and (before is None or not before[0] <= day <= before[1])
    ]
    SchoolDay.objects.bulk_create(new)


def set_day(*, by: Actor, term: Term, day: dt.date, kind: str, note: str = "") -> None:
    """Say in what a day of the term differs from its weekday; kind "" takes that back. TaoliError outside the term."""
    if not term.starts <= day <= term.ends:
        raise TaoliError(_("%(day)s is not in this term.") % {"day": day})
    with change(by=by, action="term.set_day", object_id=term.pk, day=day, kind=kind):
        rows = SchoolDay.objects.of(by.school_id).filter(day=day)
        rows.delete()
        if kind:
            SchoolDay.objects.create(school_id=by.school_id, term=term, day=day, kind=kind, note=note)

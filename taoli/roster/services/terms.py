"""Terms and school days: holidays and make-up days as the State Council announces them, correctable by hand."""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import SchoolDay, Term
from taoli.roster.queries.announced import announced_days, announced_kind

# A school year has 365 days; a term that long is a slip of the pen.
LONGEST = 250
# What the office may say of a day besides its kinds: whatever was announced of it.
AS_ANNOUNCED = "announced"

Kind, Source = SchoolDay.Kind, SchoolDay.Source


def save_term(*, by: Actor, name: str, starts: dt.date, ends: dt.date, pk: uuid.UUID | None = None) -> Term:
    """Enter a term, or correct one: announced holidays are filled in, what somebody else has said stays.

    TaoliError: ends before it starts, too long, overlaps another term, or the name is taken.
    """
    others = Term.objects.of(by.school_id)
    if pk:
        others = others.exclude(pk=pk)
    _check(others.filter(name=name).first(), list(others), starts, ends)
    with change(by=by, action="term.save", name=name, starts=starts, ends=ends) as note:
        term = Term.objects.of(by.school_id).get(pk=pk) if pk else Term(school_id=by.school_id)
        term.name, term.starts, term.ends = name, starts, ends
        term.save()
        fill_announced(term)
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


def fill_announced(term: Term) -> int:
    """Fill in the announced days of which nothing is said yet, drop days outside the term; return how many are new."""
    rows = SchoolDay.objects.of(term.school_id)
    rows.filter(term=term).exclude(day__range=(term.starts, term.ends)).delete()
    known = set(rows.filter(day__range=(term.starts, term.ends)).values_list("day", flat=True))
    new = [
        SchoolDay(school_id=term.school_id, term=term, day=day, kind=kind, source=Source.ANNOUNCED)
        for day, kind in announced_days(term.starts, term.ends)
        if day not in known
    ]
    SchoolDay.objects.bulk_create(new)
    return len(new)


def take_over_announced(*, by: Actor, term: Term) -> int:
    """Fill in what has been announced since the term was entered; return how many days are new."""
    with change(by=by, action="term.fill", object_id=term.pk) as note:
        note.data["days"] = found = fill_announced(term)
    return found


def set_day(
    *, by: Actor, term: Term, day: dt.date, kind: str, note: str = "", follows: int | None = None
) -> SchoolDay | None:
    """Correct a day by hand; kind "" or `ordinary`: as its weekday, `announced`: whatever was announced.

    Return its row, None where nothing needs to be said. TaoliError outside the term.
    """
    if not term.starts <= day <= term.ends:
        raise TaoliError(_("%(day)s is not in this term.") % {"day": day})
    with change(by=by, action="term.set_day", object_id=term.pk, day=day, kind=kind):
        SchoolDay.objects.of(by.school_id).filter(day=day).delete()
        row = _corrected(term, day, kind, note, follows)
        if row is not None:
            row.save(force_insert=True)
    return row


def _corrected(term: Term, day: dt.date, kind: str, note: str, follows: int | None) -> SchoolDay | None:
    announced = announced_kind(day)
    row = SchoolDay(school_id=term.school_id, term=term, day=day, kind=kind, source=Source.HAND, note=note)
    if kind == AS_ANNOUNCED:
        row.kind, row.source, row.note = announced, Source.ANNOUNCED, ""
        return row if announced else None
    if kind in {"", Kind.ORDINARY}:
        row.kind = Kind.ORDINARY
        return row if announced or note else None
    row.follows = follows if kind == Kind.MAKE_UP else None
    return row

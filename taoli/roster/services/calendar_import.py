"""A school's calendar from a workbook: read and compared first, written only when somebody confirms."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.calendar import DAYS_OF_WEEK, monday
from taoli.roster.models import SchoolDay, Term
from taoli.roster.queries.calendar import current_term, terms
from taoli.roster.readers.calendar_book import read_calendar
from taoli.roster.readers.calendar_items import Entry
from taoli.roster.readers.problem import Problem
from taoli.roster.services.calendar_planning import CalendarPlan, plan_of

SALT = "roster.calendar_import"
A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class CalendarPreview:
    """What a calendar would do; `token` carries it, signed, to the confirmation. Nothing of it is stored."""

    problems: list[dict[str, Any]] = field(default_factory=list)
    notes: dict[str, Any] = field(default_factory=dict)
    plan: CalendarPlan = field(default_factory=CalendarPlan)
    token: str = ""
    exam_weeks: tuple[tuple[int, dt.date], ...] = ()

    @property
    def empty(self) -> bool:
        """True when the calendar already says all of it."""
        return not self.problems and not self.plan.changes


def preview(*, school_id: int, data: bytes) -> CalendarPreview:
    """Read a workbook and compare it with the school's days; writes nothing."""
    known = terms(school_id)
    if not known:
        return CalendarPreview([Problem("no_term").as_json()], {"problems": 1})
    reading = read_calendar(data, tuple((term.starts, term.ends) for term in known), clock.today())
    problems = [problem.as_json() for problem in reading.problems]
    if problems:
        return CalendarPreview(problems, {"problems": len(problems), **reading.notes})
    rows = list(SchoolDay.objects.of(school_id))
    plan = plan_of(reading.entries, rows, _spans(known))
    facts = {
        "school": school_id,
        "file": hashlib.sha256(data).hexdigest(),
        "base": _base(known, rows),
        "days": [[day.isoformat(), *asdict(entry).values()] for day, entry in sorted(reading.entries.items())],
    }
    term = current_term(school_id)
    starts = monday(term.starts) if term else None
    if starts and reading.notes.get("week_one") not in {"", starts.isoformat()}:
        reading.notes["week_differs"] = starts.isoformat()
    token = signing.dumps(facts, salt=SALT, compress=True)
    return CalendarPreview([], reading.notes, plan, token, _exam_weeks(known, rows, plan))


def _exam_weeks(
    known: Iterable[Term], rows: Iterable[SchoolDay], plan: CalendarPlan
) -> tuple[tuple[int, dt.date], ...]:
    """Return number and Monday of the exam weeks as they would be."""
    kinds = {row.day: row.kind for row in rows} | {one.day: one.after.kind for one in plan.changes}
    weeks = {monday(day) for day, kind in kinds.items() if kind == SchoolDay.Kind.EXAM}
    numbered = [
        ((week - monday(term.starts)).days // DAYS_OF_WEEK + 1, week)
        for week in sorted(weeks)
        for term in known
        if monday(term.starts) <= week <= term.ends
    ]
    return tuple(numbered)


def apply(*, by: Actor, token: str) -> int:
    """Write what a preview showed; return how many days changed.

    TaoliError when the token is too old or another school's, ConflictError when a day or term has changed since.
    """
    facts = _facts(by, token)
    entries = {dt.date.fromisoformat(day): Entry(*entry) for day, *entry in facts["days"]}
    with change(by=by, action="term.import_days", file=facts["file"]) as note:
        known = list(Term.objects.of(by.school_id).select_for_update().order_by("-starts", "id"))
        rows = list(SchoolDay.objects.of(by.school_id))
        if _base(known, rows) != facts["base"]:
            raise ConflictError(_("Somebody changed the calendar meanwhile. Please upload the file again."))
        plan = plan_of(entries, rows, _spans(known))
        _write(by.school_id, known, plan)
        note.data["days"] = len(plan.changes)
    return len(plan.changes)


def _facts(by: Actor, token: str) -> dict[str, Any]:
    try:
        facts: dict[str, Any] = signing.loads(token, salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        raise TaoliError(_("This preview is too old. Please upload the file again.")) from None
    if facts["school"] != by.school_id:
        raise TaoliError(_("This preview is too old. Please upload the file again."))
    return facts


def _write(school_id: int, known: list[Term], plan: CalendarPlan) -> None:
    SchoolDay.objects.of(school_id).filter(day__in=[one.day for one in plan.changes]).delete()
    SchoolDay.objects.bulk_create(
        SchoolDay(
            school_id=school_id,
            term=next(term for term in known if term.starts <= one.day <= term.ends),
            day=one.day,
            kind=one.after.kind,
            source=one.source,
            note=one.after.note,
            follows=one.after.follows,
        )
        for one in plan.changes
        if one.after.kind
    )


def _spans(known: Iterable[Term]) -> dict[dt.date, dt.date]:
    return {term.starts: term.ends for term in known}


def _base(known: Iterable[Term], rows: Iterable[SchoolDay]) -> str:
    parts = [f"{term.pk} {term.starts} {term.ends}" for term in known]
    parts += sorted(f"{row.day} {row.kind} {row.source} {row.note} {row.follows}" for row in rows)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()

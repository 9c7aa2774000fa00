"""What is due: for a mentor's Today, for students, for the class map."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, DateField, F, QuerySet, Value, When

from taoli.common import clock
from taoli.duties.models import Act, DutyCell
from taoli.duties.queries.keeping import ensure_cells
from taoli.duties.queries.prepared import Prepared
from taoli.duties.queries.settings import Setting
from taoli.engine.compliance import state_of
from taoli.engine.facts import CellState

COMPOUND_SURNAMES = ("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯")
FIELDS = (
    *("scheme_id", "duty", "subject_kind", "subject_id", "mentor_id", "school_class_id", "grade_id", "period"),
    *("starts", "due", "needed", "done", "exempt"),
)


@dataclass(frozen=True, slots=True)
class DueCell:
    """One requirement for one subject in one period, with its state on the day asked for; `scheme_id` is the version it
    is judged by, whose label and clause it bears.
    """

    scheme_id: uuid.UUID
    duty: str
    subject_kind: str
    subject_id: uuid.UUID
    mentor_id: uuid.UUID
    class_id: uuid.UUID | None
    grade_id: uuid.UUID | None
    period: str
    starts: dt.date
    due: dt.date
    needed: int
    done: int
    state: CellState


def due_cells(
    school_id: int,
    mentor_id: uuid.UUID,
    on: dt.date,
    limit: int | None = None,
    setting: Setting | None = None,
) -> list[DueCell]:
    """Return what a mentor still owes on a day: due next first, then what is past, the latest first.

    Exempt cells and periods that have not begun are left out. One query, and some to see that the cells are there,
    unless the caller has done that and gives the `setting`.
    """
    setting = setting or ensure_cells(school_id, on, mentor_id)
    if setting is None:
        return []
    rows = _owed(school=school_id, term=setting.term.pk, mentor=mentor_id, day=on)
    return _facts(rows[:limit] if limit else rows, on)


@Prepared
def _owed(*, school: Any, term: Any, mentor: Any, day: Any) -> "QuerySet[Any, Any]":
    ahead = Case(When(due__gte=day, then=F("due")), default=Value(dt.date.max), output_field=DateField())
    rows = DutyCell.objects.of(school).filter(term_id=term, mentor_id=mentor, starts__lte=day)
    rows = rows.filter(exempt="", done__lt=F("needed")).order_by(ahead, "-due", "duty", "subject_id")
    return rows.values_list(*FIELDS)


def cells_of_students(
    school_id: int, student_ids: Collection[uuid.UUID], on: dt.date | None = None
) -> dict[uuid.UUID, list[DueCell]]:
    """Return student → cells of the term that concern the student or the family, begun by the day, in order."""
    day = on or clock.today()
    setting = ensure_cells(school_id, day)
    found: dict[uuid.UUID, list[DueCell]] = {student: [] for student in student_ids}
    if setting is None:
        return found
    kinds = ("mentee", "family")
    rows = DutyCell.objects.of(school_id).filter(term=setting.term, subject_id__in=found, subject_kind__in=kinds)
    begun = rows.filter(starts__lte=day).order_by("due", "duty", "period")
    for cell in _facts(begun.values_list(*FIELDS), day):
        found[cell.subject_id].append(cell)
    return found


def _facts(rows: Iterable[tuple[Any, ...]], on: dt.date) -> list[DueCell]:
    """Read plain values, not rows: everybody's Today asks for them."""
    return [
        DueCell(
            scheme_id=scheme_id,
            duty=duty,
            subject_kind=subject_kind,
            subject_id=subject_id,
            mentor_id=mentor_id,
            class_id=class_id,
            grade_id=grade_id,
            period=period,
            starts=starts,
            due=due,
            needed=needed,
            done=done,
            state=state_of(needed, done, starts, due, on, exempt=bool(exempt)),
        )
        for (
            scheme_id,
            duty,
            subject_kind,
            subject_id,
            mentor_id,
            class_id,
            grade_id,
            period,
            starts,
            due,
            needed,
            done,
            exempt,
        ) in rows
    ]


def class_contacts(school_id: int, class_id: uuid.UUID, since: dt.date) -> dict[uuid.UUID, tuple[dt.date, str]]:
    """Return student → (day of the last contact since a day, surname of that adult) for a class; one query."""
    rows = Act.objects.of(school_id).filter(student__school_class_id=class_id, made=True, held_on__gte=since)
    return _last(rows)


def last_contacts(
    school_id: int, student_ids: Collection[uuid.UUID], since: dt.date
) -> dict[uuid.UUID, tuple[dt.date, str]]:
    """Return student → (day of the last contact since a day, surname of that adult); one query."""
    return _last(Act.objects.of(school_id).filter(student_id__in=student_ids, made=True, held_on__gte=since))


def _last(rows: "QuerySet[Act]") -> dict[uuid.UUID, tuple[dt.date, str]]:
    ordered = (
        rows.exclude(student=None)
        .order_by("held_on", "entered_on", "id")
        .values_list("student_id", "held_on", "mentor__name")
    )
    return {student: (day, surname(name)) for student, day, name in ordered}


def surname(name: str) -> str:
    """Return the surname of a Chinese name; compound ones are kept whole."""
    return next((known for known in COMPOUND_SURNAMES if name.startswith(known)), name[:1])

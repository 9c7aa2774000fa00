"""Pairings: for the later steps by school, for pages by reach."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.engine import facts
from taoli.matching.models import Pairing
from taoli.matching.permissions import PAIRING
from taoli.roster.models import Staff, Student, Term

BY_PLACE = (
    "school_class__grade__order",
    "school_class__number",
    "group__name",
    "student__seat",
    "student__sort_key",
    "id",
)


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line of 导师与学生对接表: a mentor's students of one class and group."""

    mentor: Staff
    subject: str
    grade: str
    class_name: str
    group_name: str
    students: list[Student]

    @property
    def count(self) -> int:
        """How many students the line holds."""
        return len(self.students)


def holding(on: dt.date) -> Q:
    """Return the condition of pairings that hold on a day; both ends belong to them."""
    return Q(starts__lte=on) & (Q(ends=None) | Q(ends__gte=on))


def _rows(school_id: int) -> "QuerySet[Pairing]":
    rows: QuerySet[Pairing] = Pairing.objects.of(school_id).select_related(
        "student", "mentor", "mentor__subject", "group", "school_class", "school_class__grade"
    )
    return rows


def live_pairings(school_id: int, on: dt.date) -> list[Pairing]:
    """Return the pairings that hold on the day, by class, group and number in class."""
    return list(_rows(school_id).filter(holding(on)).order_by(*BY_PLACE))


def pairings_of_mentor(school_id: int, staff_id: uuid.UUID, on: dt.date) -> list[Pairing]:
    """Return a mentor's pairings on the day, with student, class and group."""
    return list(_rows(school_id).filter(holding(on), mentor_id=staff_id).order_by(*BY_PLACE))


def pairing_at(school_id: int, mentor_id: uuid.UUID, student_id: uuid.UUID, on: dt.date) -> Pairing | None:
    """Return the pairing of these two on the day, or None."""
    return _rows(school_id).filter(holding(on), mentor_id=mentor_id, student_id=student_id).order_by("-starts").first()


def pairing_facts(
    school_id: int, term: Term, *, student_ids: Collection[uuid.UUID] | None = None
) -> tuple[facts.Pairing, ...]:
    """Return every pairing that touches the term, ended ones too, as engine facts; only these students' if named."""
    rows = Pairing.objects.of(school_id).filter(Q(ends=None) | Q(ends__gte=term.starts), starts__lte=term.ends)
    if student_ids is not None:
        rows = rows.filter(student_id__in=list(student_ids))
    found = rows.select_related("school_class").order_by("id")
    return tuple(
        facts.Pairing(
            id=str(row.pk),
            student_id=str(row.student_id),
            mentor_id=str(row.mentor_id),
            unit_id=str(row.group_id) if row.group_id else None,
            grade_id=str(row.school_class.grade_id),
            class_id=str(row.school_class_id),
            starts=row.starts,
            ends=row.ends,
            end_reason=row.end_reason or None,
        )
        for row in found
        if row.ends is None or row.ends >= row.starts
    )


def pairings(actor: Actor, *, on: dt.date | None = None, action: str = "list") -> "QuerySet[Pairing]":
    """Return the pairings of a day (today) that the actor reaches."""
    reached: QuerySet[Pairing] = PAIRING.within(_rows(actor.school_id), actor, action)
    return reached.filter(holding(on or clock.today())).order_by(*BY_PLACE)


def get_pairing(actor: Actor, pk: uuid.UUID, action: str = "view") -> Pairing:
    """Return one pairing the actor reaches, ended or not; 404 otherwise."""
    found: Pairing | None = PAIRING.within(_rows(actor.school_id), actor, action).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def own_pairings(actor: Actor) -> list[Pairing]:
    """Return the pairings of the student (or of the guardian's children) who asks, as of today or yet to begin."""
    reached: QuerySet[Pairing] = PAIRING.within(_rows(actor.school_id), actor, "own")
    return list(reached.filter(Q(ends=None) | Q(ends__gte=clock.today())).order_by(*BY_PLACE).distinct())


def register_rows(actor: Actor, term: Term, on: dt.date | None = None) -> list[RegisterRow]:
    """Return the lines of the register within the actor's reach: as of today inside the term, else of its last day."""
    day = on or min(max(clock.today(), term.starts), term.ends)
    lines: dict[tuple[uuid.UUID, uuid.UUID, uuid.UUID | None], list[Pairing]] = defaultdict(list)
    for row in pairings(actor, on=day):
        lines[row.mentor_id, row.school_class_id, row.group_id].append(row)
    found = [_line(rows) for rows in lines.values()]
    return sorted(found, key=lambda one: (one.mentor.sort_key, one.mentor.number))


def _line(rows: list[Pairing]) -> RegisterRow:
    first = rows[0]
    return RegisterRow(
        mentor=first.mentor,
        subject=first.mentor.subject.name if first.mentor.subject else "",
        grade=first.school_class.grade.name,
        class_name=first.school_class.name,
        group_name=first.group.name if first.group else "",
        students=[row.student for row in rows],
    )

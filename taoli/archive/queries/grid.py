"""A class's evaluations of a term as one grid, to be read through one after another."""

import uuid
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from taoli.archive.models import EvaluationVoice, TermEvaluation
from taoli.archive.permissions import STORY
from taoli.archive.queries.evaluations import OPEN, ORDER, may_undo
from taoli.common.policy import Actor
from taoli.roster.models import SchoolClass, Student, Term

State, Kind = TermEvaluation.State, EvaluationVoice.Kind
TO_PROOF = (State.VOICES, State.PROOF)
STATUS = {
    State.DRAFT: "none",
    State.VOICES: "open",
    State.PROOF: "wait",
    State.RELEASED: "done",
}


@dataclass(frozen=True, slots=True)
class GridLine:
    """One student: where the evaluation stands and who has spoken, a number for each kind of voice."""

    student: Student
    pk: uuid.UUID | None
    state: str
    label: str
    status: str
    voices: list[int]
    may_undo: bool
    to_proof: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid and what can be done with it."""

    lines: list[GridLine]
    missing: int
    proofed: list[uuid.UUID]
    released: int
    heads: list[str]


def proof_rooms(actor: Actor) -> list[SchoolClass]:
    """Return the classes whose evaluations the actor reads through, in order; one query."""
    reached = _students(actor).values("school_class_id")
    rows = SchoolClass.objects.of(actor.school_id).filter(pk__in=reached, closed_on=None)
    return list(rows.order_by("grade__order", "number", "name", "id"))


def evaluation_grid(actor: Actor, room: uuid.UUID, term: Term) -> Grid:
    """Return a class's grid; three queries for a class of any size. 404: a class beyond reach."""
    students = list(_students(actor).filter(school_class_id=room).order_by("seat", "sort_key", "id"))
    if not students:
        raise Http404
    rows = TermEvaluation.objects.of(actor.school_id).filter(student__in=students, term=term)
    newest: dict[uuid.UUID, TermEvaluation] = {}
    for row in rows.exclude(state=State.REPLACED).order_by("version"):
        newest[row.student_id] = row  # a correction that is being written stands for the student
    spoken: dict[uuid.UUID, list[str]] = {}
    voices = EvaluationVoice.objects.of(actor.school_id).filter(evaluation__in=newest.values())
    for evaluation, kind in voices.values_list("evaluation_id", "kind"):
        spoken.setdefault(evaluation, []).append(kind)
    return Grid(
        lines=[_line(one, newest.get(one.pk), spoken) for one in students],
        missing=sum(one.pk not in newest for one in students),
        proofed=[row.pk for row in newest.values() if row.state == State.PROOF],
        released=sum(row.state == State.RELEASED for row in newest.values()),
        heads=[str(kind.label) for kind in ORDER],
    )


def _line(student: Student, row: TermEvaluation | None, spoken: dict[uuid.UUID, list[str]]) -> GridLine:
    if row is None:
        return GridLine(student, None, "", "", "none", [0] * len(ORDER), may_undo=False, to_proof=False)
    said = spoken.get(row.pk, [])
    return GridLine(
        student=student,
        pk=row.pk,
        state=row.state,
        label=row.get_state_display(),
        status=STATUS[State(row.state)],
        voices=[said.count(kind) for kind in ORDER],
        may_undo=may_undo(row),
        to_proof=row.state in TO_PROOF,
    )


def _students(actor: Actor) -> "QuerySet[Student]":
    rows: QuerySet[Student] = STORY.within(Student.objects.filter(left_on=None), actor, "proof")
    return rows


@dataclass(frozen=True, slots=True)
class Beside:
    """The evaluations before and after one, of those of the class that are to be read through."""

    before: uuid.UUID | None
    after: uuid.UUID | None
    place: int
    total: int


def beside(actor: Actor, evaluation: uuid.UUID) -> Beside:
    """Return what stands beside an evaluation in the order of the class; two queries."""
    own = TermEvaluation.objects.of(actor.school_id).get(pk=evaluation)
    rows = TermEvaluation.objects.of(actor.school_id).filter(
        term_id=own.term_id, student__school_class_id=own.school_class_id, state__in=OPEN
    )
    ordered = rows.exclude(state=State.DRAFT).order_by("student__seat", "student__sort_key", "student_id")
    pks = list(ordered.values_list("pk", flat=True))
    if evaluation not in pks:
        return Beside(None, pks[0] if pks else None, 0, len(pks))
    place = pks.index(evaluation)
    return Beside(
        before=pks[place - 1] if place else None,
        after=pks[place + 1] if place + 1 < len(pks) else None,
        place=place + 1,
        total=len(pks),
    )

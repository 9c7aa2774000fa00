"""A student's goals, as far as one may read them."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass, field

from django.http import Http404

from taoli.archive.models import Goal, GoalStep
from taoli.archive.permissions import GOALS
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.duties.queries import surname
from taoli.roster.models import Student

MOST_GOALS = 3
State = Goal.State


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a plan."""

    pk: uuid.UUID
    text: str
    by_on: dt.date | None
    done_on: dt.date | None


@dataclass(slots=True)
class GoalRow:
    """A goal with its plan."""

    pk: uuid.UUID
    text: str
    state: str
    label: str
    set_on: dt.date
    suggested_by: str
    cheer: str
    cheered_by: str
    outcome: str
    edit: int
    paper: bool
    steps: list[StepRow] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many steps are ticked."""
        return sum(step.done_on is not None for step in self.steps)


@dataclass(frozen=True, slots=True)
class Goals:
    """What the page of a student's goals shows: on the way, suggested, earlier ones; what the reader may do."""

    student: Student
    active: list[GoalRow]
    suggested: list[GoalRow]
    past: list[GoalRow]
    own: bool
    guides: bool

    @property
    def room_for_more(self) -> bool:
        """Whether another goal may be set."""
        return len(self.active) < MOST_GOALS


def get_goals(actor: Actor, student_id: uuid.UUID) -> Goals:
    """Return a student's goals to who may read them, 404 for others; readings by others are logged first."""
    student = get_student(actor, student_id, "view")
    rows = goals_of(actor.school_id, student.pk)
    own, mentor = actor.person_id == student.pk, actor.person_id == student.mentor_id
    if not own and not mentor:
        log_view(actor, "archive.goal", [row.pk for row in rows], page="archive:goal_list")
    if not own:  # what was declined stays with the student and who suggested it
        rows = [row for row in rows if row.state != State.DECLINED or mentor]
    guides = GOALS.within(Student.objects.filter(pk=student.pk), actor, "suggest").exists()
    return Goals(
        student=student,
        active=[row for row in rows if row.state == State.ACTIVE],
        suggested=[row for row in rows if row.state == State.SUGGESTED],
        past=[row for row in rows if row.state in {State.REACHED, State.ASIDE, State.DECLINED}],
        own=own,
        guides=guides,
    )


def get_student(actor: Actor, student_id: uuid.UUID, action: str) -> Student:
    """Return a student whom the actor reaches with the action; 404 otherwise."""
    rows = GOALS.within(Student.objects.filter(pk=student_id), actor, action)
    found: Student | None = rows.select_related("school_class", "mentor").first()
    if found is None:
        raise Http404
    return found


def get_goal(actor: Actor, pk: uuid.UUID, action: str = "write") -> Goal:
    """Return a goal of a student whom the actor reaches with the action; 404 otherwise."""
    found = Goal.objects.of(actor.school_id).filter(pk=pk).first()
    if found is None:
        raise Http404
    get_student(actor, found.student_id, action)
    return found


def goals_of(school_id: int, student_id: uuid.UUID) -> list[GoalRow]:
    """Return all goals of a student, the newest first, with their plans; two queries, whoever asks."""
    rows = list(
        Goal.objects.of(school_id)
        .filter(student_id=student_id)
        .select_related("suggested_by", "cheered_by")
        .order_by("-entered_at", "-id")
    )
    steps = steps_of(school_id, [row.pk for row in rows])
    return [
        GoalRow(
            pk=row.pk,
            text=row.text,
            state=row.state,
            label=row.get_state_display(),
            set_on=row.set_on,
            suggested_by=surname(row.suggested_by.name) if row.suggested_by else "",
            cheer=row.cheer,
            cheered_by=surname(row.cheered_by.name) if row.cheered_by else "",
            outcome=row.outcome,
            edit=row.edit,
            paper=row.source == Goal.Source.PAPER,
            steps=steps.get(row.pk, []),
        )
        for row in rows
    ]


def steps_of(school_id: int, goal_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, list[StepRow]]:
    """Return goal → its steps in order; one query."""
    rows = GoalStep.objects.of(school_id).filter(goal_id__in=goal_ids, dropped_at=None).order_by("place", "id")
    found: dict[uuid.UUID, list[StepRow]] = {}
    for row in rows:
        found.setdefault(row.goal_id, []).append(StepRow(row.pk, row.text, row.by_on, row.done_on))
    return found


def open_goals(school_id: int, student_id: uuid.UUID) -> tuple[int, int]:
    """Return how many goals of a student are on the way, and how many suggestions wait; one query."""
    rows = Goal.objects.of(school_id).filter(student_id=student_id, state__in=(State.ACTIVE, State.SUGGESTED))
    states = list(rows.values_list("state", flat=True))
    return states.count(State.ACTIVE), states.count(State.SUGGESTED)

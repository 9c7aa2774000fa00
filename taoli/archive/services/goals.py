"""Goals and plans: the student decides, the mentor suggests and encourages."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.archive.models import GOAL_MOVES, Goal, GoalStep
from taoli.archive.permissions import GOALS, SHEETS
from taoli.archive.queries.goals import MOST_GOALS
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import Student
from taoli.roster.queries.calendar import term_with

MOST_STEPS = 5
State = Goal.State


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step as its writer says it; `pk` of one that is there already."""

    text: str
    by_on: dt.date | None = None
    pk: uuid.UUID | None = None


def set_goal(
    *,
    by: Actor,
    student_id: uuid.UUID,
    text: str,
    steps: Sequence[PlanStep] = (),
    source: str = Goal.Source.OWN,
    set_on: dt.date | None = None,
) -> Goal:
    """Set a goal for oneself, or type in one from paper.

    TaoliError: no text, three goals on the way already, a student who is not there any more or beyond reach.
    """
    with change(by=by, action="goal.set", source=source) as note:
        student = _student(by, student_id, paper=source == Goal.Source.PAPER)
        _check_room(student)
        goal = _new(by, student, text, State.ACTIVE, set_on)
        goal.source = Goal.Source(source)
        goal.save(force_insert=True)
        _write_steps(goal, steps)
        note.object_id = goal.pk
    return goal


def change_goal(*, by: Actor, pk: uuid.UUID, edit: int, text: str, steps: Sequence[PlanStep]) -> Goal:
    """Change one's goal and plan. ConflictError when it was changed meanwhile on another page."""
    with change(by=by, action="goal.change", object_id=pk):
        goal = _own(by, pk)
        if goal.edit != edit:
            raise ConflictError(_("This goal was changed on another page meanwhile. What you wrote still stands here."))
        if goal.state != State.ACTIVE:
            raise TaoliError(_("Only a goal on the way can be changed."))
        goal.text = _said(text)
        _save(goal, "text")
        _write_steps(goal, steps)
    return goal


def take_goal(*, by: Actor, pk: uuid.UUID, takes: bool) -> Goal:
    """Take the goal that the mentor suggests, or not; no reason is asked for."""
    with change(by=by, action="goal.take" if takes else "goal.decline", object_id=pk):
        goal = _own(by, pk)
        if takes:
            _check_room(goal.student)
        _move(goal, State.ACTIVE if takes else State.DECLINED)
        goal.set_on = clock.today()
        _save(goal, "state", "set_on")
    return goal


def close_goal(*, by: Actor, pk: uuid.UUID, reached: bool, outcome: str = "") -> Goal:
    """Say that a goal is reached, or lay it aside; in one's own words, if one likes."""
    with change(by=by, action="goal.reach" if reached else "goal.lay_aside", object_id=pk):
        goal = _own(by, pk)
        _move(goal, State.REACHED if reached else State.ASIDE)
        goal.outcome, goal.closed_at = outcome.strip()[:200], clock.now()
        _save(goal, "state", "outcome", "closed_at")
    return goal


def reopen_goal(*, by: Actor, pk: uuid.UUID) -> Goal:
    """Take an earlier goal up again."""
    with change(by=by, action="goal.reopen", object_id=pk):
        goal = _own(by, pk)
        if goal.state != State.SUGGESTED:
            _check_room(goal.student)
        if goal.state == State.SUGGESTED:
            raise ConflictError(_("This goal has been changed meanwhile. Please look again."))
        _move(goal, State.ACTIVE)
        goal.closed_at = None
        _save(goal, "state", "closed_at")
    return goal


def tick_step(*, by: Actor, pk: uuid.UUID, step_id: uuid.UUID, done: bool) -> Goal:
    """Tick a step of one's plan as done, or take the tick back."""
    with change(by=by, action="goal.tick", object_id=pk, step=step_id, done=done):
        goal = _own(by, pk)
        row = GoalStep.objects.of(by.school_id).filter(pk=step_id, goal=goal, dropped_at=None).first()
        if row is None:
            raise ConflictError(_("This step is not in the plan any more. Please look again."))
        row.done_on = (row.done_on or clock.today()) if done else None
        row.save(update_fields=["done_on"])
    return goal


def suggest_goal(*, by: Actor, student_id: uuid.UUID, text: str) -> Goal:
    """Suggest a goal to one's student, who decides. TaoliError: as many suggestions as goals wait already."""
    with change(by=by, action="goal.suggest") as note:
        student = _reached(by, student_id, "suggest")
        waiting = Goal.objects.of(by.school_id).filter(student=student, state=State.SUGGESTED).count()
        if waiting >= MOST_GOALS:
            raise TaoliError(_("Some suggestions wait for the student's answer already. One at a time is kinder."))
        goal = _new(by, student, text, State.SUGGESTED, None)
        goal.suggested_by_id = by.person_id
        goal.save(force_insert=True)
        note.object_id = goal.pk
    return goal


def cheer_goal(*, by: Actor, pk: uuid.UUID, text: str) -> Goal:
    """Write one's student a short encouragement beside a goal; a new one takes the place of the one before."""
    with change(by=by, action="goal.cheer", object_id=pk):
        goal = Goal.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=pk)
        _reached(by, goal.student_id, "suggest")
        goal.cheer = text.strip()[:100]
        goal.cheered_by_id, goal.cheered_at = (by.person_id, clock.now()) if goal.cheer else (None, None)
        goal.save(update_fields=["cheer", "cheered_by", "cheered_at"])
    return goal


def _new(by: Actor, student: Student, text: str, state: Goal.State, set_on: dt.date | None) -> Goal:
    today = clock.today()
    day = set_on or today
    if day > today:
        raise TaoliError(_("The date lies in the future. Please check it."))
    return Goal(
        school_id=by.school_id,
        student=student,
        term=term_with(by.school_id, day),
        text=_said(text),
        state=state,
        set_on=day,
        entered_at=clock.now(),
        entered_by=by.account_id,
    )


def _said(text: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise TaoliError(_("Please write down what you want to reach."))
    if len(said) > Goal._meta.get_field("text").max_length:  # type: ignore[operator]  # a CharField has one
        raise TaoliError(_("A goal has at most 200 characters. One short sentence is enough."))
    return said


def _student(by: Actor, student_id: uuid.UUID, *, paper: bool) -> Student:
    """Return the student, locked: two goals at once would be counted past each other."""
    if not paper:
        return _reached(by, student_id, "write")
    rows = SHEETS.within(Student.objects.filter(pk=student_id), by, "issue")
    return _present(rows.select_for_update(of=("self",)).first())


def _reached(by: Actor, student_id: uuid.UUID, action: str) -> Student:
    rows = GOALS.within(Student.objects.filter(pk=student_id), by, action)
    return _present(rows.select_for_update(of=("self",)).first())


def _present(student: Student | None) -> Student:
    if student is None or student.left_on is not None:
        raise TaoliError(_("This student is not yours to write for, or has left the school."))
    return student


def _own(by: Actor, pk: uuid.UUID) -> Goal:
    goal = Goal.objects.of(by.school_id).filter(pk=pk).select_for_update(of=("self",)).get()
    _reached(by, goal.student_id, "write")
    return goal


def _check_room(student: Student) -> None:
    if Goal.objects.of(student.school_id).filter(student=student, state=State.ACTIVE).count() >= MOST_GOALS:
        raise TaoliError(_("Three goals at once are enough. Finish one or lay one aside, then there is room."))


def _move(goal: Goal, state: Goal.State) -> None:
    if state not in GOAL_MOVES[State(goal.state)]:
        raise ConflictError(_("This goal has been changed meanwhile. Please look again."))
    goal.state = state


def _save(goal: Goal, *fields: str) -> None:
    goal.edit += 1
    goal.save(update_fields=[*fields, "edit"])


def _write_steps(goal: Goal, steps: Sequence[PlanStep]) -> None:
    """Put this plan in the place of the one before; ticks of steps that stay are kept."""
    said = [step for step in steps if step.text.strip()][:MOST_STEPS]
    rows = GoalStep.objects.of(goal.school_id).filter(goal=goal, dropped_at=None)
    known = {row.pk: row for row in rows}
    kept = {step.pk for step in said}
    rows.exclude(pk__in=[pk for pk in kept if pk]).update(dropped_at=clock.now())
    for place, step in enumerate(said, 1):
        row = known.get(step.pk) if step.pk else None
        row = row or GoalStep(school_id=goal.school_id, goal=goal)
        row.place, row.text, row.by_on = place, step.text.strip()[:100], step.by_on
        row.save()

"""The steps of a round: where each stands, who acts in it, and what a round asks of somebody now."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taoli.common import clock
from taoli.common.policy import Actor, Role
from taoli.engine.scheme.vocabulary import Actor as Who
from taoli.matching.models import ChoiceRound, RoundStep

# Steps that come after the pairings are made run beside each other.
AFTER_PUBLISHING = frozenset({"headcount_sheet", "agreement", "appointment_letter", "first_meeting"})
# Whom the scheme names and who does it here; offices without a page of their own act through the moral office.
ROLES: Mapping[str, Role] = {
    Who.MENTOR: Role.MENTOR,
    Who.SUBJECT_TEACHER: Role.MENTOR,
    Who.LEAD_MENTOR: Role.HOMEROOM_TEACHER,
    Who.CLASS_OFFICER: Role.HOMEROOM_TEACHER,  # students settle it at school, with the homeroom teacher, who enters it
    Who.GRADE_LEAD: Role.GRADE_LEAD,
    Who.PRINCIPAL: Role.PRINCIPAL,
    Who.STUDENT: Role.STUDENT,
    Who.GUARDIAN: Role.GUARDIAN,
}


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: what it is, who acts, from when until when, and where it stands.

    `state`: "done", "now", "waits" (its turn, but it opens later) or "next"; `over`: its time is past, but nobody
    has said that it is done.
    """

    kind: str
    by: tuple[str, ...]
    opens: dt.datetime | None
    closes: dt.datetime | None
    state: str
    over: bool


def steps(choice: ChoiceRound) -> list[StepRow]:
    """Return the steps in the scheme's order; the first that is not done is the present one.

    Once the pairings are published, all that remains is present.
    """
    return _walk(choice, step_rows([choice]).get(choice.pk, []))


def present_steps(choices: Sequence[ChoiceRound]) -> dict[uuid.UUID, StepRow | None]:
    """Return round → the first step that is not done, None when all are."""
    rows = step_rows(choices)
    return {one.pk: next((step for step in _walk(one, rows[one.pk]) if step.state != "done"), None) for one in choices}


def walk_all(choices: Sequence[ChoiceRound]) -> list[tuple[ChoiceRound, list[StepRow]]]:
    """Return each round with its steps as they stand, in one query."""
    rows = step_rows(choices)
    return [(one, _walk(one, rows[one.pk])) for one in choices]


def step_rows(choices: Sequence[ChoiceRound]) -> dict[uuid.UUID, list[RoundStep]]:
    """Return round → the rows of its steps in their order, in one query."""
    found: dict[uuid.UUID, list[RoundStep]] = {one.pk: [] for one in choices}
    if choices:
        rows = RoundStep.objects.of(choices[0].school_id).filter(round__in=list(found))
        for row in rows.order_by("round_id", "place"):
            found[row.round_id].append(row)
    return found


def _walk(choice: ChoiceRound, rows: Sequence[RoundStep]) -> list[StepRow]:
    now = clock.now()
    found: list[StepRow] = []
    waiting = False
    for row in rows:
        ready = not waiting or (choice.state == ChoiceRound.State.PUBLISHED and row.kind in AFTER_PUBLISHING)
        state = "done" if row.done_at else _standing(row, now, ready=ready)
        over = state == "now" and row.closes is not None and row.closes < now
        found.append(StepRow(row.kind, tuple(row.by), row.opens, row.closes, state, over))
        waiting = waiting or state != "done"
    return found


def _standing(row: RoundStep, now: dt.datetime, *, ready: bool) -> str:
    if not ready:
        return "next"
    return "waits" if row.opens is not None and row.opens > now else "now"


def step_of(choice: ChoiceRound, kind: str) -> StepRow | None:
    """Return the step of a kind, or None when the scheme has none."""
    return next((step for step in steps(choice) if step.kind == kind), None)


def step_afresh(choice: ChoiceRound, kind: str) -> StepRow | None:
    """Return the step of a kind as it is stored now, the round's own state read again with it, in one query."""
    rows = RoundStep.objects.of(choice.school_id).filter(round=choice).select_related("round").order_by("place")
    found = list(rows)
    for row in found[:1]:
        choice.state = row.round.state
    return next((step for step in _walk(choice, found) if step.kind == kind), None)


def is_now(choice: ChoiceRound, kind: str) -> bool:
    """Say whether a step is the present one and its time has come; its closing may be past (late work)."""
    step = step_of(choice, kind)
    return step is not None and step.state == "now"


def choosing(choice: ChoiceRound) -> bool:
    """Say whether students may open the page to choose now; what they had open at closing is still taken, as late."""
    step = step_of(choice, "student_choice")
    if step is None or choice.state != ChoiceRound.State.OPEN:
        return False
    return step.state == "now" and not step.over


def roles_of(step: StepRow) -> frozenset[Role]:
    """Return the roles that act in a step: those the scheme names, the moral office for anybody else."""
    return frozenset(ROLES.get(who, Role.MORAL_OFFICE) for who in step.by)


def acts(actor: Actor, choice: ChoiceRound, kind: str) -> bool:
    """Say whether the actor may do the work of a step now: a role the scheme names, or the moral office for it."""
    step = step_of(choice, kind)
    return step is not None and step.state == "now" and actor.holds(Role.MORAL_OFFICE, *roles_of(step))

"""Running the engine for a round: computed outside any transaction, written at once."""

import dataclasses
import uuid
from typing import Any

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.matching import Infeasible, Matching, Problem, relaxations, solve, solve_assigned
from taoli.engine.scheme.vocabulary import Unit
from taoli.matching.models import ChoiceRound, MatchRun, Seat
from taoli.matching.queries.modes import modes_of
from taoli.matching.queries.problem import input_hash, nearer, plain, problem_of
from taoli.matching.queries.rounds import ASSIGNED
from taoli.matching.services.rounds import close_steps
from taoli.roster.models import SchoolClass

CHUNK = 500


def run_round(*, by: Actor, round_id: uuid.UUID, seed: int, mode: str = "") -> MatchRun:
    """Match a round at once, in the mode of its scheme or the one chosen, and return the draft or impossible run."""
    run = start_run(by=by, round_id=round_id, seed=seed, mode=mode)
    return finish_run(by=by, run_id=run.pk)


def start_run(*, by: Actor, round_id: uuid.UUID, seed: int, mode: str = "") -> MatchRun:
    """Note that a run begins; TaoliError when the round is published, or its scheme does not leave this mode open."""
    with change(by=by, action="run.start", round=round_id, seed=seed) as note:
        choice = ChoiceRound.objects.of(by.school_id).select_related("scheme").get(pk=round_id)
        if choice.state == ChoiceRound.State.PUBLISHED:
            raise TaoliError(_("This round has been published."))
        open_modes = modes_of(choice)
        if mode and mode not in open_modes:
            raise TaoliError(_("The scheme does not leave this way of placing open."))
        run = MatchRun.objects.create(
            school_id=by.school_id,
            round=choice,
            mode=mode or open_modes[0],
            seed=seed,
            state=MatchRun.State.RUNNING,
            created_at=clock.now(),
        )
        note.object_id = run.pk
    return run


def note_job(*, by: Actor, run_id: uuid.UUID, job_id: uuid.UUID) -> None:
    """Remember which job computes the run, so that its page can show how far it has come."""
    MatchRun.objects.of(by.school_id).filter(pk=run_id).update(job_id=job_id)


def finish_run(*, by: Actor, run_id: uuid.UUID) -> MatchRun:
    """Compute a started run and write its seats, or why there is no matching."""
    run = MatchRun.objects.of(by.school_id).select_related("round", "round__scheme").get(pk=run_id)
    if run.state != MatchRun.State.RUNNING:
        return run
    problem = problem_of(run.round, run.seed)
    outcome, near = _solve(problem, run)
    ways = plain(relaxations(problem)) if isinstance(outcome, Infeasible) else []
    data = plain(problem)
    with change(by=by, action="run.finish", object_id=run.pk) as note:
        run.problem, run.input_hash = data, input_hash(data)
        if isinstance(outcome, Infeasible):
            run.state = MatchRun.State.IMPOSSIBLE
            run.findings, run.stats = plain(outcome.findings), {"ways": ways}
        else:
            _write(by, run, outcome, problem, near)
        run.save(update_fields=["problem", "input_hash", "state", "stats", "certificate", "findings"])
        note.data = {"state": run.state, "input_hash": run.input_hash}
    return run


def _solve(problem: Problem, run: MatchRun) -> tuple[Matching | Infeasible, str]:
    if run.mode != ASSIGNED:
        return solve(problem, run.mode), ""
    rows = SchoolClass.objects.of(run.school_id).values_list("pk", "grade_id")
    tries = nearer(problem, {str(room): str(grade) for room, grade in rows})
    for near, attempt in tries[:-1]:
        outcome = solve_assigned(attempt)
        if isinstance(outcome, Matching):
            return outcome, near
    near, attempt = tries[-1]
    return solve_assigned(attempt), near


def _write(by: Actor, run: MatchRun, outcome: Matching, problem: Problem, near: str) -> None:
    run.state = MatchRun.State.DRAFT
    run.stats = {**dataclasses.asdict(outcome.stats), "near": near}
    run.certificate = plain(outcome.certificate)
    run.findings = [_moved(move) for move in outcome.moved]
    whole = () if run.round.unit == Unit.CLASS else problem.units  # a class is no group: the student's class says it
    groups = {student: unit.id for unit in whole for student in unit.student_ids}
    Seat.objects.bulk_create(
        (_seat(run, student, mentor, outcome, groups.get(student)) for student, mentor in outcome.seats.items()),
        batch_size=CHUNK,
    )
    run.round.state = ChoiceRound.State.DRAFTED
    # A scheme without a step for the draft goes from the claims to confirming: the draft ends the claiming.
    for kind in ("claim_groups", "assign" if run.mode == ASSIGNED else "allocate"):
        close_steps(by, run.round, kind)
    run.round.save(update_fields=["state"])


def _moved(move: Any) -> dict[str, Any]:
    return {
        "code": "moved",
        "params": {"student": move.student_id, "from": move.from_mentor, "to": move.to_mentor, "why": move.reason.code},
    }


def _seat(run: MatchRun, student: str, mentor: str, outcome: Matching, group: str | None) -> Seat:
    reason, rank = outcome.reasons[student], outcome.rank[student]
    return Seat(
        school_id=run.school_id,
        run=run,
        student_id=uuid.UUID(student),
        mentor_id=uuid.UUID(mentor),
        group_id=uuid.UUID(group) if group else None,
        rank=rank,
        reason=reason.code,
        params={"mentor": mentor, "rank": rank, "reason": plain(reason.params)},
    )

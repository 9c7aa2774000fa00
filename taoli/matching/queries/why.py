"""Why a student has this mentor: rebuilt from what the engine was given and what it answered."""

import uuid

from django.http import Http404

from taoli.accounts.models import Membership
from taoli.common.policy import Actor
from taoli.engine.matching import Certificate, Finding, Matching, Reason, Stats
from taoli.engine.matching.explain import explain_student
from taoli.matching.models import MatchRun, Pairing, Seat
from taoli.matching.permissions import WISH
from taoli.matching.phrases import moved_sentence, own_sentences, why_sentences
from taoli.matching.queries.board import reaches
from taoli.matching.queries.names import names_of
from taoli.matching.queries.problem import problem_then
from taoli.matching.queries.rounds import ASSIGNED, round_students
from taoli.roster.models import Student


def why_lines(run: MatchRun, student_id: uuid.UUID) -> list[str]:
    """Return for staff: which wishes were full, what decided, who moved the student and why."""
    seat = Seat.objects.of(run.school_id).filter(run=run, student_id=student_id).first()
    if seat is None:
        return []
    lines = why_sentences(_findings(run, student_id, staff=True), names_of(run))
    if seat.moved_reason:
        lines.append(moved_sentence(_name(run.school_id, seat.moved_by), seat.moved_reason))
    return lines


def explained(actor: Actor, run: MatchRun, student_id: uuid.UUID) -> list[str]:
    """Return why, as far as the actor may read: wishes are for the officer, an assignment and its moves for all."""
    if run.mode == ASSIGNED or WISH.may(actor, "enter"):
        return why_lines(run, student_id)
    seat = Seat.objects.of(run.school_id).filter(run=run, student_id=student_id).exclude(moved_reason="").first()
    return [moved_sentence(_name(run.school_id, seat.moved_by), seat.moved_reason)] if seat else []


def own_lines(pairing: Pairing) -> list[str]:
    """Return for the student: 名额已满 and the rule that decided; nothing if moved by hand or assigned."""
    if pairing.run_id is None:
        return []
    rows = MatchRun.objects.of(pairing.school_id).select_related("round", "round__scheme")
    run = rows.filter(pk=pairing.run_id).first()
    seat = Seat.objects.of(pairing.school_id).filter(run_id=pairing.run_id, student_id=pairing.student_id).first()
    if run is None or run.mode == ASSIGNED or seat is None or seat.moved_reason:
        return []
    return own_sentences(_findings(run, pairing.student_id, staff=False), names_of(run))


def get_mover(actor: Actor, run: MatchRun, student_id: uuid.UUID) -> Student:
    """Return the student of the round whom the actor may move; 404 otherwise."""
    return get_seated(actor, run, student_id, "move")


def get_seated(actor: Actor, run: MatchRun, student_id: uuid.UUID, action: str = "view") -> Student:
    """Return the student of the round, seated already or not, whom the actor reaches; 404 otherwise."""
    found = round_students(run.round).filter(pk=student_id).first()
    if found is None or not reaches(actor, found, action):
        raise Http404
    return found


def _findings(run: MatchRun, student_id: uuid.UUID, *, staff: bool) -> tuple[Finding, ...]:
    student = str(student_id)
    matching = matching_of(run)
    if student not in matching.seats:
        return ()
    return explain_student(problem_then(run), matching, student, staff=staff)


def matching_of(run: MatchRun) -> Matching:
    """Return the engine's own answer, before anybody moved anything."""
    rows = Seat.objects.of(run.school_id).filter(run=run).exclude(reason="added")
    found = {
        str(student): (reason, params) for student, reason, params in rows.values_list("student_id", "reason", "params")
    }
    certificate = {**run.certificate, "notes": ()}
    stats = {name: value for name, value in run.stats.items() if name in Stats.__dataclass_fields__}
    return Matching(
        seats={one: params["mentor"] for one, (_reason, params) in found.items()},
        rank={one: params["rank"] for one, (_reason, params) in found.items()},
        reasons={one: Reason(reason, params["reason"]) for one, (reason, params) in found.items()},
        moved=(),
        certificate=Certificate(**certificate),
        stats=Stats(**stats),
    )


def _name(school_id: int, account_id: uuid.UUID | None) -> str:
    if account_id is None:
        return ""
    rows = Membership.objects.filter(school_id=school_id, account_id=account_id)
    return rows.values_list("name", flat=True).first() or ""

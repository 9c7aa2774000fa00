"""Who speaks as what in the evaluation of a student's term."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from taoli.archive.models import EvaluationVoice, TermEvaluation
from taoli.archive.permissions import STORY, TAUGHT
from taoli.archive.queries.evaluations import OPEN, VoiceRow, voices_of
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor, Role
from taoli.guidance.queries.records import NOBODY
from taoli.roster.models import Student, TeachingAssignment, Term
from taoli.roster.permissions import own_students
from taoli.roster.queries.calendar import terms

Kind = EvaluationVoice.Kind


@dataclass(frozen=True, slots=True)
class Voice:
    """As what somebody may speak."""

    kind: str
    label: str
    subject: str = ""


def get_spoken_student(actor: Actor, student_id: uuid.UUID) -> Student:
    """Return a present student in whose evaluation the actor has a voice; 404 otherwise."""
    rows = Student.objects.filter(STORY.scope(actor, "voice") | TAUGHT.scope(actor, "voice"), pk=student_id)
    found = rows.filter(school_id=actor.school_id, left_on=None).select_related("school_class", "mentor").first()
    if found is None:
        raise Http404
    return found


def voices_for(actor: Actor, student: Student) -> list[Voice]:
    """Return as what the actor may speak of a student, the nearest first."""
    if actor.person_kind == "student":
        return [_voice(Kind.STUDENT)]
    if actor.person_kind == "guardian":
        return [_voice(Kind.PARENT)]
    found, rows = [], Student.objects.of(actor.school_id).filter(pk=student.pk)
    mentors = rows.filter(own_students("mentor_id")(actor.school_id, actor.person_id or NOBODY)).exists()
    if mentors:
        found.append(_voice(Kind.MENTOR))
    if _leads(actor, student):
        found.append(_voice(Kind.HOMEROOM))
    if TAUGHT.within(rows, actor, "voice").exists():
        taught = TeachingAssignment.objects.of(actor.school_id).filter(
            staff_id=actor.person_id or NOBODY, school_class_id=student.school_class_id
        )
        names = list(taught.order_by("-starts", "id").values_list("subject__name", flat=True)[:1])
        found.append(_voice(Kind.SUBJECT, names[0] if names else ""))
    return found


def _leads(actor: Actor, student: Student) -> bool:
    return any(held.role is Role.HOMEROOM_TEACHER and held.class_id == student.school_class_id for held in actor.roles)


def _voice(kind: Kind, subject: str = "") -> Voice:
    return Voice(kind.value, str(kind.label), subject)


def get_voiced(actor: Actor, student_id: uuid.UUID, kind: str) -> tuple[Student, Voice]:
    """Return the student and the voice. TaoliError: a student beyond reach, or not one of the voices one has."""
    try:
        student = get_spoken_student(actor, student_id)
    except Http404:
        raise TaoliError(_("This student is not yours to write for, or has left the school.")) from None
    for voice in voices_for(actor, student):
        if voice.kind == kind:
            return student, voice
    raise TaoliError(_("You do not speak in this evaluation as that. Please choose again."))


def own_voice(actor: Actor, student_id: uuid.UUID, term_id: uuid.UUID, kind: str) -> VoiceRow | None:
    """Return what the actor has said of a term so far, in the version in force or being written."""
    rows = TermEvaluation.objects.of(actor.school_id).filter(student_id=student_id, term_id=term_id)
    newest = rows.order_by("-version").first()
    if newest is None:
        return None
    said = voices_of(actor, [newest.pk]).get(newest.pk, [])
    return next((one for one in said if one.mine and one.kind == kind), None)


def is_open(school_id: int, student_id: uuid.UUID, term_id: uuid.UUID) -> bool:
    """Say whether voices are taken for a term: nothing there yet, or not read through."""
    rows = TermEvaluation.objects.of(school_id).filter(student_id=student_id, term_id=term_id)
    states = set(rows.values_list("state", flat=True))
    return not states or bool(states & {state for state in OPEN if state != TermEvaluation.State.PROOF})


def begun_terms(school_id: int, today: dt.date) -> list[Term]:
    """Return the terms that have begun, the latest first."""
    return [term for term in terms(school_id) if term.starts <= today]

"""What students and families see: who the mentor is, what a mentor does, the sentences that are printed."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Subject, TextKind
from taoli.guidance.queries import RecordRow, printed_rows
from taoli.matching.models import Pairing
from taoli.matching.queries.meetings import meetings_ahead
from taoli.matching.queries.pairings import own_pairings
from taoli.roster.models import Student
from taoli.roster.queries.students import students
from taoli.schemes.queries import published, rules

NEWEST = 20
FOR_STUDENTS = frozenset({Subject.MENTEE, Subject.GROUP, Subject.FAMILY})


@dataclass(frozen=True, slots=True)
class Child:
    """A student with the mentor of today, if any, when they first meet, and the newest printed sentences."""

    student: Student
    pairing: Pairing | None
    records: list[RecordRow]
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """Something the scheme has a mentor do for each student."""

    label: str
    times: int
    per: str
    clause: str


def own_children(actor: Actor) -> list[Child]:
    """Return the student who asks, or the guardian's children of today, each with mentor and printed sentences."""
    rows = students(actor)
    pairings = {one.student_id: one for one in own_pairings(actor)}
    ahead = meetings_ahead(actor.school_id, list(pairings.values()))
    return [_child(actor, one, pairings.get(one.pk), ahead) for one in rows]


def _child(actor: Actor, student: Student, pairing: Pairing | None, ahead: Mapping[uuid.UUID, str]) -> Child:
    meeting = ahead.get(pairing.pk, "") if pairing else ""
    return Child(student, pairing, printed_rows(actor, student.pk, NEWEST), meeting)


def promises(school_id: int) -> tuple[list[str], list[Promise]]:
    """Return the scheme's guidances in its words, and what it has a mentor do for students and families."""
    version = published(school_id)
    if version is None:
        return [], []
    scheme: Scheme = rules(version)
    found = [
        Promise(duty.label, duty.times, duty.per.value, duty.clause_of("times").ref)
        for duty in scheme.duties
        if duty.recorded and duty.subject in FOR_STUDENTS
    ]
    return [one.label for one in scheme.guidances], found


def privacy(school_id: int) -> list[str]:
    """Return what the scheme says about keeping confidences."""
    version = published(school_id)
    return [one.text for one in rules(version).texts if one.kind == TextKind.PRIVACY] if version else []

"""导师与学生对接表: who mentors whom, within the reader's reach. Names only: no layer, no telephone, no category."""

from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.matching.queries.pairings import register_rows
from taoli.roster.models import Term


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One line as it prints: a mentor's students of one class and group."""

    no: int
    mentor_id: str
    mentor: str
    subject: str
    grade: str
    room: str
    group: str
    students: str
    count: int


def register_lines(actor: Actor, term: Term) -> list[RegisterLine]:
    """Return the lines the actor reaches, by mentor."""
    return [
        RegisterLine(
            no=no,
            mentor_id=str(row.mentor.pk),
            mentor=row.mentor.name,
            subject=row.subject,
            grade=row.grade,
            room=row.class_name,
            group=row.group_name,
            students="、".join(student.name for student in row.students),
            count=row.count,
        )
        for no, row in enumerate(register_rows(actor, term), start=1)
    ]

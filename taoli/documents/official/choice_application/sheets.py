"""One application a student; nobody but the student gets it with wishes on it."""

import uuid
from collections.abc import Collection, Iterable, Mapping

from taoli.common.policy import Actor, Role
from taoli.documents.official.layout import Sheet
from taoli.documents.official.reading import subject_of
from taoli.matching.models import ChoiceRound, Wish
from taoli.matching.permissions import WISH
from taoli.matching.queries.rounds import ranks_of, with_scheme
from taoli.roster.models import Student, Term
from taoli.roster.queries.students import students

USUAL = 3
PLACES = "一二三四五六七八九十"


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return the application of each student within reach, with as many lines as the term's round has wishes."""
    rows = ChoiceRound.objects.of(actor.school_id).filter(term=term)
    choice = with_scheme(rows).order_by("-created_at", "-id").first()
    count = (ranks_of(choice) if choice else 0) or USUAL
    own = _typed(actor, choice) if choice and actor.holds(Role.STUDENT) else []
    return [_sheet(one, count, own) for one in students(actor).filter(pk__in=list(ids))]


def _typed(actor: Actor, choice: ChoiceRound) -> Iterable[Wish]:
    own = WISH.within(Wish.objects.filter(round=choice), actor, "write")
    rows: Iterable[Wish] = own.select_related("mentor__subject")
    return rows


def _sheet(student: Student, count: int, own: Iterable[Wish]) -> Sheet:
    room, typed = student.school_class.name, {row.rank: row for row in own if row.student_id == student.pk}
    data = {
        "student": student.name,
        "room": room,
        "number": student.number,
        "wishes": [_line(rank, typed) for rank in range(1, count + 1)],
    }
    return Sheet(student.pk, f"{room} {student.number} {student.name}", data)


def _line(rank: int, typed: Mapping[int, Wish]) -> dict[str, str]:
    line = {"rank": f"第{PLACES[rank - 1]}志愿" if rank <= len(PLACES) else f"第 {rank} 志愿"}
    row = typed.get(rank)
    said = {"mentor": row.mentor.name, "subject": subject_of(row.mentor), "reason": row.reason} if row else {}
    return line | said

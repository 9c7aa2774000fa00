"""The list of pairings as a page shows it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from taoli.common.policy import Actor
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import pairings


@dataclass(frozen=True, slots=True)
class Listing:
    """Pairings under headings (mentors or classes), what narrows them, and how many students they are."""

    by: str
    lines: list[dict[str, Any]]
    students: int
    mentors: int
    grades: list[tuple[str, str]]
    rooms: list[tuple[str, str]]
    grade: str
    room: str
    text: str


def listing_of(actor: Actor, *, by: str, grade: str, room: str, text: str) -> Listing:
    """Return today's pairings within reach, narrowed by grade, class and a name."""
    rows = list(pairings(actor))
    grades = {str(row.school_class.grade_id): row.school_class.grade.name for row in rows}
    rooms = {str(row.school_class_id): row.school_class.name for row in rows}
    shown = [row for row in rows if _fits(row, grade, room, text)]
    lines = _by_class(shown) if by == "class" else _by_mentor(shown)
    return Listing(
        by="class" if by == "class" else "mentor",
        lines=lines,
        students=len(shown),
        mentors=len({row.mentor_id for row in shown}),
        grades=list(grades.items()),
        rooms=list(rooms.items()),
        grade=grade,
        room=room,
        text=text,
    )


def _fits(row: Pairing, grade: str, room: str, text: str) -> bool:
    if grade and str(row.school_class.grade_id) != grade:
        return False
    if room and str(row.school_class_id) != room:
        return False
    return not text or text in row.student.name or text in row.mentor.name


def _by_mentor(rows: list[Pairing]) -> list[dict[str, Any]]:
    found: dict[Any, list[Pairing]] = defaultdict(list)
    for row in rows:
        found[row.mentor].append(row)
    mentors = sorted(found, key=lambda one: (one.sort_key, one.number))
    return [{"title": one.name, "sub": one.subject.name if one.subject else "", "rows": found[one]} for one in mentors]


def _by_class(rows: list[Pairing]) -> list[dict[str, Any]]:
    found: dict[Any, list[Pairing]] = defaultdict(list)
    for row in rows:
        found[row.school_class].append(row)
    return [{"title": room.name, "sub": "", "rows": rows} for room, rows in found.items()]

"""The wall sheet for a round table: every student and mentor by a short code, and the codes typed back."""

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.matching.models import MatchRun
from taoli.matching.queries.board import Board
from taoli.matching.queries.problem import problem_then

PAIR = re.compile(r"^(\d+)[\s,，、→-]+(M?)(\d+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes by place in what the engine was given, so that a sheet stays good as long as the run."""

    student: Mapping[str, int]
    mentor: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class WallColumn:
    """A mentor on the wall: code, name, bounds, load, and the students as code, name and class."""

    code: str
    name: str
    load: int
    least: int
    most: int
    students: list[tuple[str, str, str]]


def codes_of(run: MatchRun) -> Codes:
    """Return student id → number and mentor id → number."""
    problem = problem_then(run)
    return Codes(
        student={one.id: number for number, one in enumerate(problem.students, 1)},
        mentor={one.id: number for number, one in enumerate(problem.mentors, 1)},
    )


def wall_of(run: MatchRun, board: Board) -> list[WallColumn]:
    """Return the columns of the sheet; a student who came since has no code and a dash for it."""
    codes = codes_of(run)
    rooms = {room[0]: room[1] for room in board.rooms}
    found: dict[str, list[tuple[str, str, str]]] = {}
    for card in board.cards:
        number = codes.student.get(card.key)
        line = (str(number) if number else "—", card.name, rooms[str(card.room)])
        found.setdefault(card.mentor, []).append(line)
    return [
        WallColumn(
            code=f"M{codes.mentor.get(str(one.offer.staff_id), '—')}",
            name=one.offer.staff.name,
            load=one.load,
            least=one.offer.minimum,
            most=one.offer.maximum,
            students=found.get(str(one.offer.staff_id), []),
        )
        for one in board.columns
    ]


def read_swaps(run: MatchRun, text: str) -> list[tuple[uuid.UUID, uuid.UUID | None, uuid.UUID | None]]:
    """Return typed lines as (student, partner, mentor), one of the last two; TaoliError names the line."""
    codes = codes_of(run)
    student = {number: one for one, number in codes.student.items()}
    mentor = {number: one for one, number in codes.mentor.items()}
    found: list[tuple[uuid.UUID, uuid.UUID | None, uuid.UUID | None]] = []
    for number, line in enumerate((line.strip() for line in text.splitlines()), 1):
        if not line:
            continue
        said = PAIR.match(line)
        other = (mentor if said[2] else student).get(int(said[3])) if said else None
        one = student.get(int(said[1])) if said else None
        if said is None or one is None or other is None or one == other:
            raise TaoliError(
                _("Line %(number)s, %(line)s: please write two codes of the sheet, such as 12 48 or 12 M7.")
                % {"number": number, "line": line}
            )
        found.append((uuid.UUID(one), None, uuid.UUID(other)) if said[2] else (uuid.UUID(one), uuid.UUID(other), None))
    if not found:
        raise TaoliError(_("Please type at least one swap."))
    return found

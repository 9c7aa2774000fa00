"""A student's marks as the archive shows them: own past only, no rank."""

import datetime as dt
import uuid
from dataclasses import dataclass

from taoli.archive.phrases.exams import change_word
from taoli.archive.queries.exams import history_of

WIDTH, HEIGHT, EDGE = 240, 64, 6


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark; `part` is the share of the full mark (0 to 1), None where there is none (absent, a level); `change`
    are words about the student's own past.
    """

    exam: str
    held_on: dt.date
    subject: str
    mark: str
    full: str
    part: float | None
    change: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The marks of one subject, the earliest first, and where they lie on a small chart."""

    subject: str
    marks: tuple[Mark, ...]

    @property
    def n(self) -> int:
        """Return how many marks the chart shows."""
        return len(self._shown())

    @property
    def dots(self) -> list[tuple[float, float]]:
        """Return the place of each mark on the chart."""
        shown = self._shown()
        step = (WIDTH - 2 * EDGE) / max(len(shown) - 1, 1)
        return [
            (round(EDGE + place * step, 1), round(EDGE + (1 - (one.part or 0)) * (HEIGHT - 2 * EDGE), 1))
            for place, one in enumerate(shown)
        ]

    @property
    def path(self) -> str:
        """Return the points of the line."""
        return " ".join(f"{x},{y}" for x, y in self.dots)

    def _shown(self) -> list[Mark]:
        return [one for one in self.marks if one.part is not None]


def marks_of(school_id: int, student_id: uuid.UUID, *, family: bool = False) -> list[Mark]:
    """Return a student's marks, the earliest first; `family`: those only that the school gave to families."""
    return _history(school_id, student_id, family=family)


def _history(school_id: int, student_id: uuid.UUID, *, family: bool) -> list[Mark]:
    return [
        Mark(
            exam=one.name,
            held_on=one.held_on,
            subject=paper.name,
            mark=f"{paper.text}（补{paper.again}）" if paper.again else paper.text,
            full=paper.full,
            part=paper.part,
            change=change_word(paper.change.direction) if one.comparable else "",
        )
        for one in history_of(school_id, student_id, released_only=family)
        for paper in one.papers
    ]


def lines_of(marks: list[Mark]) -> list[Line]:
    """Return the marks subject by subject, in the order in which the subjects first came."""
    found: dict[str, list[Mark]] = {}
    for one in marks:
        found.setdefault(one.subject, []).append(one)
    return [Line(subject, tuple(rows)) for subject, rows in found.items()]

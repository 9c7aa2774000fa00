"""A student's exams as a small line beside the own mean: no axis of marks, nobody else in it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from taoli.archive.phrases.exams import change_word
from taoli.archive.queries.exams import Sitting

WIDTH, HEIGHT, EDGE = 320, 96, 12
LEAST = 2
REACH = 1.0  # a spread of the year above and below the own mean fills the picture at least


@dataclass(frozen=True, slots=True)
class Dot:
    """One exam in the picture."""

    x: float
    y: float
    name: str
    held_on: dt.date
    word: str
    direction: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The line: dots from left to right, `middle` is the own mean."""

    dots: list[Dot]
    middle: float
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def line(self) -> str:
        """The points of the line as SVG writes them."""
        return " ".join(f"{one.x:g},{one.y:g}" for one in self.dots)

    @property
    def n(self) -> int:
        """How many exams are in it."""
        return len(self.dots)


def chart_of(past: Sequence[Sitting]) -> Chart | None:
    """Return the picture of the exams that can be compared; None with fewer than two."""
    known = [(one, one.standing) for one in past if one.standing is not None]
    if len(known) < LEAST:
        return None
    mean = sum(standing for _one, standing in known) / len(known)
    reach = max(REACH, *(abs(standing - mean) for _one, standing in known))
    step = (WIDTH - 2 * EDGE) / (len(known) - 1)
    middle = HEIGHT / 2
    dots = [
        Dot(
            x=round(EDGE + place * step, 1),
            y=round(middle - (standing - mean) / reach * (middle - EDGE), 1),
            name=one.name,
            held_on=one.held_on,
            word=change_word(one.change.direction),
            direction=one.change.direction.value,
        )
        for place, (one, standing) in enumerate(known)
    ]
    return Chart(dots, middle)

"""A measure over the weeks that have been released: a place compared with its own past."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.engine.release import Figure, Part, load, share, sum_of
from taoli.engine.summary import MEASURES
from taoli.oversight.phrases.measures import measure_name
from taoli.oversight.phrases.telling import percent, told
from taoli.oversight.queries.released import past
from taoli.oversight.queries.scopes import Scope

WIDTH, HEIGHT, EDGE, WEEKS = 320, 96, 8, 12


@dataclass(frozen=True, slots=True)
class Point:
    """A week: in words, and as a share."""

    week: dt.date
    words: str
    figure: Figure
    part: Part
    about: str

    @property
    def percent(self) -> str:
        """Its share."""
        return percent(self.part)

    @property
    def ends(self) -> str:
        """Its ends, for a machine."""
        return f"{self.figure.low}–{self.figure.high}"


@dataclass(frozen=True, slots=True)
class Trend:
    """A measure week by week, the earliest first."""

    label: str
    points: tuple[Point, ...]

    @property
    def line(self) -> str:
        """The middle of what is told, as the points of a line."""
        return " ".join(f"{x},{(low + high) / 2:.1f}" for x, low, high in self._ends())

    @property
    def area(self) -> str:
        """What is told, as the outline of an area."""
        ends = self._ends()
        there = [f"{x},{high:.1f}" for x, _low, high in ends]
        back = [f"{x},{low:.1f}" for x, low, _high in reversed(ends)]
        return " ".join(there + back)

    def _ends(self) -> list[tuple[int, float, float]]:
        top = max((one.part.high for one in self.points), default=0) or 1
        step = (WIDTH - 2 * EDGE) / max(len(self.points) - 1, 1)
        room = HEIGHT - 2 * EDGE
        return [
            (
                round(EDGE + place * step),
                EDGE + (1 - one.part.low / top) * room,
                EDGE + (1 - one.part.high / top) * room,
            )
            for place, one in enumerate(self.points)
        ]


def trend(actor: Actor, scope: Scope, measure: str) -> Trend | None:
    """Return a number of people as a share of its whole over the last weeks: one read; None with fewer than two."""
    whole = MEASURES[measure].of
    rows = past(actor, (measure, whole), scope.levels, scope.week, weeks=WEEKS)
    weeks: dict[dt.date, dict[str, dict[str, Figure]]] = {}
    for release, key, found in rows:
        weeks.setdefault(release.week, {}).setdefault(key, {}).update(load(found))
    points = [_point(week, found, measure, whole, scope) for week, found in weeks.items()]
    known = [one for one in points if one is not None]
    return Trend(measure_name(measure), tuple(known)) if len(known) > 1 else None


def _point(
    week: dt.date, found: Mapping[str, Mapping[str, Figure]], measure: str, whole: str, scope: Scope
) -> Point | None:
    part, of = (_sum(found.get(key, {}), scope.by_grade) for key in (measure, whole))
    told_share = share(part, of) if part and of else None
    if part is None or told_share is None:
        return None
    return Point(week, told(part), part, told_share, f"{measure}@{scope.key}")


def _sum(rows: Mapping[str, Figure], nodes: Sequence[str]) -> Figure | None:
    known = [rows[one] for one in nodes if one in rows]
    return sum_of(known) if known else None

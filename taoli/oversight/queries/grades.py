"""The grades of a school: as far down as a bureau sees, and only some of the numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from taoli.common.policy import Actor
from taoli.oversight.models import ReleasedFigure
from taoli.oversight.phrases.measures import measure_name
from taoli.oversight.queries.released import figures
from taoli.oversight.queries.scopes import Scope
from taoli.oversight.queries.tellings import Line, Told

SHOWN = ("students", "without_mentor", "families_home", "cases_open")


@dataclass(frozen=True, slots=True)
class GradeRow:
    """A grade and its figures in the order of SHOWN."""

    grade: Mapping[str, Any]
    lines: list[Line | None]


@dataclass(frozen=True, slots=True)
class Grades:
    """The grades of a school with the names of their columns."""

    heads: list[str]
    rows: list[GradeRow]


def grade_rows(actor: Actor, scope: Scope) -> Grades:
    """Return the grades of the school: one read."""
    people, _deeds = figures(actor, scope.release, (ReleasedFigure.Level.GRADE,), SHOWN)
    told = Told(scope, people, {})
    rows = [one for one in scope.release.grades if one["parent"] == scope.by_school[0]]
    found = [GradeRow(one, [told.line(key, (one["key"],)) for key in SHOWN]) for one in rows]
    return Grades([measure_name(key) for key in SHOWN], found)

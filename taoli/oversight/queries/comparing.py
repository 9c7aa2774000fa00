"""One measure in every school, in the order of strokes, each beside the middle half of its kind."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from taoli.common.policy import Actor
from taoli.engine.release import Part
from taoli.engine.summary import MEASURES, MeasureKind
from taoli.oversight.models import ReleasedFigure
from taoli.oversight.phrases.measures import measure_name
from taoli.oversight.queries.released import DEEDS
from taoli.oversight.queries.scopes import Scope
from taoli.oversight.queries.tellings import Line, Told, told_of

ENOUGH = 5  # schools, below which no band is told


@dataclass(frozen=True, slots=True)
class Beside:
    """A school's figure (None: not told), and the band of the schools of its stages."""

    school: Mapping[str, Any]
    line: Line | None
    band: Part | None = None

    @property
    def start(self) -> float:
        """Where the band begins, in per cent."""
        return round(100 * self.band.low, 1) if self.band else 0

    @property
    def length(self) -> float:
        """How long the band is, in per cent."""
        return round(100 * (self.band.high - self.band.low), 1) if self.band else 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """A measure: of the whole place, and of each school in it."""

    measure: str
    label: str
    whole: Line | None
    rows: list[Beside]


def compared(actor: Actor, scope: Scope, measure: str) -> Comparison:
    """Return a measure school by school; KeyError: there is no such measure."""
    kind = MEASURES[measure].kind
    wide = replace(scope, levels=scope.levels | {ReleasedFigure.Level.SCHOOL})
    needed = (measure, MEASURES[measure].of) if kind is MeasureKind.PEOPLE else (DEEDS, "students")
    found = told_of(actor, wide, needed)
    told = [(one, _line(found, measure, kind, one["key"])) for one in scope.schools]
    if kind is MeasureKind.DEEDS:
        told = _rated(told, found, measure)
    bands = _bands(told)
    rows = [Beside(school, line, bands.get(tuple(school["stages"]))) for school, line in told]
    return Comparison(measure, measure_name(measure), _line(found, measure, kind, ""), rows)


def peers(actor: Actor, scope: Scope, wide: Scope, measure: str) -> Beside | None:
    """Return a measure of the one school of `scope` beside its like in `wide`; None where it is not told."""
    key = scope.by_school[0]
    return next((one for one in compared(actor, wide, measure).rows if one.school["key"] == key and one.line), None)


def _line(found: Told, measure: str, kind: MeasureKind, school: str) -> Line | None:
    nodes = (school,) if school else ()
    if kind is MeasureKind.PEOPLE:
        return found.line(measure, nodes)
    return found.held(measure, nodes) if kind is MeasureKind.CELLS else found.deed(measure, nodes)


def _rated(
    told: Sequence[tuple[Mapping[str, Any], Line | None]], found: Told, measure: str
) -> list[tuple[Mapping[str, Any], Line | None]]:
    """Deeds by the size of the school: for each student about so many."""
    rates: dict[str, float] = {}
    for school, _line_told in told:
        nodes = (school["key"],)
        done, students = found.done(measure, nodes=nodes), found.figure("students", nodes)
        if done is not None and students and students.low:
            rates[school["key"]] = max(done, 0) * 2 / (students.low + students.high)
    top = max(rates.values(), default=0) or 1
    rated = []
    for school, line in told:
        rate = rates.get(school["key"])
        rated.append((school, line if line is None or rate is None else _with_rate(line, rate, top)))
    return rated


def _with_rate(line: Line, rate: float, top: float) -> Line:
    note = _("about %(n).1f for each student") % {"n": rate}
    return replace(line, part=Part(rate / top, rate / top), note=note)


def _bands(told: Sequence[tuple[Mapping[str, Any], Line | None]]) -> dict[tuple[str, ...], Part]:
    """The middle half of the schools of the same stages, by the middle of what is told of each."""
    middles: dict[tuple[str, ...], list[float]] = {}
    for school, line in told:
        if line and line.part:
            middles.setdefault(tuple(school["stages"]), []).append((line.part.low + line.part.high) / 2)
    bands = {}
    for stages, values in middles.items():
        if len(values) >= ENOUGH:
            low, _middle, high = statistics.quantiles(values, n=4, method="inclusive")
            bands[stages] = Part(low, high)
    return bands

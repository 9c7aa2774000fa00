"""Released figures of a place, added up and said: what charts and tables show."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.engine.release import Amount, Figure, Part, load_amounts, share, sum_of
from taoli.engine.summary import MEASURES, Level
from taoli.oversight.phrases.measures import measure_name
from taoli.oversight.phrases.telling import percent, told
from taoli.oversight.queries.released import AMOUNTS, DEEDS, Figures, figures, past
from taoli.oversight.queries.scopes import Scope

LONGEST_TERM = 30  # weeks


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: what of whom, in words, its ends (people), its share of the whole; `measure` where a page shows it by
    school. `sure` and `maybe` are the lengths of its bar in per cent.
    """

    label: str
    words: str
    measure: str = ""
    figure: Figure | None = None
    part: Part | None = None
    about: str = ""
    note: str = ""

    @property
    def percent(self) -> str:
        """Its share."""
        return percent(self.part)

    @property
    def sure(self) -> float:
        """How far its bar reaches at least."""
        return round(100 * self.part.low, 1) if self.part else 0

    @property
    def maybe(self) -> float:
        """How far beyond that it may reach."""
        return round(100 * self.part.high - self.sure, 1) if self.part else 0

    @property
    def ends(self) -> str:
        """Its ends, for a machine."""
        return f"{self.figure.low}–{self.figure.high}" if self.figure else ""


@dataclass(frozen=True, slots=True)
class Told:
    """Everything released that the scope needs: people of the week, deeds of the week and of the term so far."""

    scope: Scope
    people: Figures
    week: Mapping[str, Amount]
    term: Sequence[Mapping[str, Amount]] = ()

    def figure(self, measure: str, nodes: Sequence[str] = ()) -> Figure | None:
        """Return the sum over the scope (or other nodes); None where it was not told of any."""
        rows = self.people.get(measure, {})
        by_school = measure not in MEASURES or MEASURES[measure].level is Level.SCHOOL
        chosen = nodes or (self.scope.by_school if by_school else self.scope.by_grade)
        found = [rows[one] for one in chosen if one in rows]
        return sum_of(found) if found else None

    def line(self, measure: str, nodes: Sequence[str] = (), label: str = "") -> Line | None:
        """Return a number of people as a line; None where it was not told."""
        found = self.figure(measure, nodes)
        if found is None:
            return None
        whole = MEASURES[measure].of
        of = self.figure(whole, nodes) if whole else None
        part = share(found, of) if of else None
        about = f"{measure}@{','.join(nodes) or self.scope.key}"
        return Line(label or measure_name(measure), told(found), measure, found, part, about)

    def done(self, key: str, *, term: bool = True, nodes: Sequence[str] = ()) -> int | None:
        """Return a deed of the term so far (or of the week); None where nothing may be told."""
        place = AMOUNTS.index(key)
        rows = self.term if term else (self.week,)
        known = [row[one] for row in rows for one in (nodes or self.scope.by_school) if one in row]
        told_ones = [one.amounts[place] for one in known if one.amounts is not None]
        return round(sum(told_ones)) if told_ones else None

    def deed(self, key: str, nodes: Sequence[str] = ()) -> Line | None:
        """Return a deed as a line, exact; None where nothing may be told."""
        found = self.done(key, nodes=nodes)
        return None if found is None else Line(measure_name(key), str(max(found, 0)), key, about=key)

    def held(self, key: str, nodes: Sequence[str] = ()) -> Line | None:
        """Return requirements of a kind, met of due; None where nothing was due or may be told."""
        met, due = (self.done(f"{key}.{one}", nodes=nodes) for one in ("met", "due"))
        if met is None or not due or due < 0:
            return None
        part = min(max(met / due, 0.0), 1.0)
        return Line(measure_name(key), f"{met} / {due}", key, part=Part(part, part), about=key)


def told_of(actor: Actor, scope: Scope, measures: Collection[str] = ()) -> Told:
    """Read what the scope needs, or of it some measures: two reads, one without deeds."""
    people, week = figures(actor, scope.release, scope.levels, measures)
    if measures and DEEDS not in measures:
        return Told(scope, people, week)
    rows = past(actor, (DEEDS,), scope.levels, scope.week, weeks=LONGEST_TERM)
    term = scope.release.term
    return Told(scope, people, week, _by_release((one.week, found) for one, _key, found in rows if one.term == term))


def lines(found: Iterable[Line | None]) -> list[Line]:
    """Return those that were told."""
    return [one for one in found if one is not None]


def _by_release(rows: Iterable[tuple[dt.date, Mapping[str, Sequence[object]]]]) -> list[Mapping[str, Amount]]:
    found: dict[dt.date, dict[str, Amount]] = {}
    for week, one in rows:
        found.setdefault(week, {}).update(load_amounts(one))
    return list(found.values())

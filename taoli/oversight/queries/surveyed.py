"""The regional indicators over the terms, and how many to ask for a wanted precision."""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.engine.survey import draw
from taoli.engine.survey.words import REGIONAL
from taoli.oversight.models import ReleasedFigure
from taoli.oversight.phrases.telling import told
from taoli.oversight.queries.blocks import survey
from taoli.oversight.queries.released import figures, surveys
from taoli.oversight.queries.scopes import Scope, scope_of
from taoli.oversight.queries.tellings import Line, Told

Z = 1.959963984540054
WIDTHS = (3, 5, 8)
LONGEST = 5  # digits of a number that is typed


@dataclass(frozen=True, slots=True)
class TermShare:
    """An indicator in one term."""

    term: str
    week: dt.date
    line: Line


@dataclass(frozen=True, slots=True)
class Ask:
    """A district: its students as told, and how many of them to ask."""

    name: str
    students: str
    sample: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Whom to ask: by district, and, where only some schools are asked, which."""

    width: int
    schools: int
    seed: str
    asks: list[Ask]
    drawn: list[str]


def by_term(actor: Actor) -> dict[str, list[TermShare]]:
    """Return indicator → its share term by term, the earliest first: each term as its last release told it."""
    found: dict[str, list[TermShare]] = {}
    for release, people in surveys(actor):
        root = (release.areas[0]["key"],)
        scope = Scope(release, release.areas[0]["name"], root, root, frozenset({ReleasedFigure.Level.AREA}), ())
        for line in survey(Told(scope, people, {})):
            found.setdefault(line.label, []).append(TermShare(release.survey_term, release.week, line))
    return found


def plan(actor: Actor, chosen: Mapping[str, str]) -> Plan | None:
    """Return how many to ask; None before the first release. The draw of schools follows from the seed alone."""
    scope = scope_of(actor, {})
    if scope is None:
        return None
    width = _number(chosen.get("width", ""), WIDTHS[1], WIDTHS[0], WIDTHS[-1])
    schools = _number(chosen.get("schools", ""), 0, 0, len(scope.schools))
    seed = chosen.get("seed", "").strip()[:80]
    people, _deeds = figures(actor, scope.release, (ReleasedFigure.Level.AREA,), ("students",))
    places = scope.release.areas[1:] or scope.release.areas
    rows = [(one, people["students"][one["key"]]) for one in places if one["key"] in people.get("students", {})]
    asks = [Ask(one["name"], told(figure), sample(figure.high, width / 100)) for one, figure in rows]
    names = [one["name"] for one in scope.schools]
    drawn = draw(names, schools, seed) if schools and seed else ()
    return Plan(width, schools, seed, asks, [one for one in names if one in set(drawn)])


def ready_questions() -> list[tuple[str, list[str]]]:
    """Return the ready surveys that schools open with one tap: title, questions."""
    return [(one.title, [question.text for question in one.questions]) for one in REGIONAL.values()]


def sample(population: int, half: float) -> int:
    """Return how many of a finite population to ask so that a share is known to within `half` with 95 per cent
    (Cochran, Sampling Techniques, 4.4, at a share of one half, where most are needed).
    """
    if population < 1:
        return 0
    endless = Z * Z / (4 * half * half)
    return min(population, math.ceil(endless / (1 + (endless - 1) / population)))


def _number(text: str, otherwise: int, low: int, high: int) -> int:
    typed = text.isascii() and text.isdigit() and len(text) <= LONGEST
    return min(max(int(text), low), high) if typed else otherwise

"""A term's facts laid out by mentor, once for all items."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from taoli.engine.facts import Act, Cell, Finding, MentorScope, Pairing
from taoli.engine.scheme.model import Scheme
from taoli.engine.scoring.values import ScoringFacts

Fact = TypeVar("Fact", Act, Cell, Pairing)


@dataclass(frozen=True, slots=True)
class Pool:
    """The answers that stand for one mentor, and what to say when they are not only the own ones of this term."""

    answers: tuple[float, ...]
    finding: Finding | None = None


@dataclass(frozen=True)
class Desk:
    """Facts of a term and the indexes every method looks into; `pools` by source, mentor and least number,
    `means` of all ranked together by scope, place, source and least number.
    """

    scheme: Scheme
    facts: ScoringFacts
    pools: dict[tuple[str, str, int], Pool] = field(default_factory=dict, compare=False)
    means: dict[tuple[str, str, str, int], list[float]] = field(default_factory=dict, compare=False)

    @cached_property
    def acts_by(self) -> Mapping[str, list[Act]]:
        """What each mentor did, in order of day."""
        return _grouped(sorted(self.facts.acts, key=lambda act: (act.on, act.id)), "by")

    @cached_property
    def cells_of(self) -> Mapping[str, list[Cell]]:
        """What each mentor owed."""
        return _grouped(self.facts.cells, "mentor_id")

    @cached_property
    def pairings_of(self) -> Mapping[str, list[Pairing]]:
        """Whom each mentor had."""
        return _grouped(sorted(self.facts.pairings, key=lambda pairing: pairing.id), "mentor_id")

    @cached_property
    def scope_of(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Mentors ranked together, by scope and grade or school."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for mentor in self.facts.mentors:
            for place in (("grade", mentor.grade_id), ("school", mentor.school_id)):
                found[place] = (*found.get(place, ()), mentor.mentor_id)
        return found

    @cached_property
    def scopes(self) -> Mapping[str, MentorScope]:
        """Each mentor's scope."""
        return {mentor.mentor_id: mentor for mentor in self.facts.mentors}

    def answers(self, source: str, mentor_id: str) -> tuple[float, ...]:
        """The answers on one mentor from one source."""
        return self.facts.survey.get((source, mentor_id), ())

    def earlier(self, source: str, mentor_id: str) -> tuple[float, ...]:
        """The answers of the term before."""
        return self.facts.earlier.get((source, mentor_id), ())


def _grouped(facts: "list[Fact] | tuple[Fact, ...]", name: str) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(getattr(fact, name), []).append(fact)
    return found

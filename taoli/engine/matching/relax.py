"""The smallest ways out of an impossible round, cheapest first, each tried by solving the changed round."""

from collections.abc import Mapping
from dataclasses import replace
from math import inf
from typing import Any

from taoli.engine.matching.assigned import solve_assigned
from taoli.engine.matching.elastic import Elastic, changes_of, cheapest, elastic
from taoli.engine.matching.prepare import tabulate
from taoli.engine.matching.programme import Answer
from taoli.engine.matching.types import Finding, Matching, Mentor, Problem, Relaxation, Rules

WAYS = 3
SECONDS = 15.0


def relaxations(problem: Problem, *, ways: int = WAYS, seconds: float = SECONDS) -> tuple[Relaxation, ...]:
    """At most so many ways out, cheapest first; empty when the round is possible or no mentor is present.

    Each next one changes rules of other sorts than those before where there is such a way, else other rules.
    `seconds`: for each search; a way found when the time ran out may not be the cheapest.
    """
    made = elastic(tabulate(problem))
    found: list[Relaxation] = []
    seen: list[tuple[Finding, ...]] = []
    _sorts(made)
    answer = cheapest(made, (), seconds)
    while len(seen) < ways and answer.values is not None and round(answer.cost):
        changes = changes_of(made, answer)
        seen.append(changes)
        if isinstance(solve_assigned(relaxed(problem, changes)), Matching):
            found.append(Relaxation(changes, round(answer.cost)))
        answer = _next(made, answer, seconds)
    return tuple(sorted(found, key=lambda one: one.cost))


def _sorts(made: Elastic) -> None:
    """A column for each sort of change that is 1 when any of it is made."""
    model = made.model
    for code in dict.fromkeys(give.code for give in made.gives):
        made.sorts[code] = model.column(0, 1)
        for give in made.gives:
            if give.code == code:
                model.line([(give.column, 1), (made.sorts[code], -model.upper[give.column])], -inf, 0)


def _next(made: Elastic, last: Answer, seconds: float) -> Answer:
    """The cheapest answer that leaves out some sort of change of the last one; else changes less somewhere."""
    values = last.values or []
    given = [give for give in made.gives if round(values[give.column])]
    sorts = sorted({give.code for give in given})
    before = len(made.model.low), len(made.model.entries)
    made.model.line([(made.sorts[code], 1.0) for code in sorts], 0, len(sorts) - 1)
    answer = cheapest(made, (), seconds)
    if answer.values is not None:
        return answer
    del made.model.low[before[0] :], made.model.high[before[0] :], made.model.entries[before[1] :]
    kept: list[tuple[int, float]] = []
    for give in given:
        amount = round(values[give.column])
        kept.append((made.model.column(0, 1), 1.0))
        more = made.model.upper[give.column] - amount + 1
        made.model.line([(give.column, 1), (kept[-1][0], -more)], -inf, amount - 1)
    made.model.line(kept, 0, len(kept) - 1)
    return cheapest(made, (), seconds)


def relaxed(problem: Problem, changes: tuple[Finding, ...]) -> Problem:
    """The round with these changes made (codes as in `Relaxation`)."""
    for change in changes:
        problem = _changed(problem, change.code, dict(change.params))
    return problem


def _changed(problem: Problem, code: str, params: Mapping[str, Any]) -> Problem:
    rules = problem.rules
    if code in {"raise_maximum", "lower_minimum", "open_class", "recall_mentor"}:
        mentors = (_mentor(one, code, params) if one.id == params["mentor"] else one for one in problem.mentors)
        return replace(problem, mentors=tuple(mentors))
    if code == "add_mentor":
        added = Mentor(params["mentor"], max=params["max"], everywhere=True)
        return replace(problem, mentors=(*problem.mentors, added))
    if code == "split_unit":
        return replace(problem, units=tuple(unit for unit in problem.units if unit.id != params["unit"]))
    return replace(problem, rules=_rules(rules, code, params))


def _mentor(one: Mentor, code: str, params: Mapping[str, Any]) -> Mentor:
    if code == "open_class":
        return replace(one, classes=one.classes | {params["class"]})
    if code == "recall_mentor":
        return replace(one, absent=False)
    return replace(one, max=params["new"]) if code == "raise_maximum" else replace(one, min=params["new"])


def _rules(rules: Rules, code: str, params: Mapping[str, Any]) -> Rules:
    if code == "raise_class_limit":
        return replace(rules, max_classes_per_mentor=params["new"])
    if code == "raise_category_cap":
        return replace(rules, category_cap={**rules.category_cap, params["category"]: params["new"]})
    if code == "drop_pin":
        return replace(rules, pinned={s: pin for s, pin in rules.pinned.items() if s != params["student"]})
    out = set(params["students"])
    if code == "drop_apart":
        return replace(rules, apart=_without(rules.apart, params["rule"], out))
    return replace(rules, together=_without(rules.together, params["rule"], out))


def _without(groups: tuple[frozenset[str], ...], number: int, out: set[str]) -> tuple[frozenset[str], ...]:
    """The groups, this one without these students; the numbers of the others stay."""
    return tuple(group - out if place == number else group for place, group in enumerate(groups))

"""The soft wishes of mode "ruled" as costs of a programme of kinds; the weights say what each unit costs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf

from taoli.engine.matching.prepare import MARK_LEVEL, UNMARKED, Table
from taoli.engine.matching.programme import Model
from taoli.engine.matching.quotas import Kind, classes_used

Amounts = list[dict[int, int]]


@dataclass(slots=True)
class Softness:
    """The programme with its wish columns: `seated[student]`: mentor → column; `constant` belongs to the cost."""

    model: Model
    amount: Amounts
    seated: dict[int, dict[int, int]] = field(default_factory=dict)
    constant: int = 0


def traits_of(table: Table, student: int) -> tuple[object, ...]:
    """What makes students unlike for the soft wishes whose weight is not 0."""
    weights, one = table.problem.rules.weights, table.students[student]
    return (
        one.layer if weights.layer else "",
        one.gender if weights.gender or (weights.same_gender and one.same_gender) else "",
        tuple(sorted(one.categories)) if weights.category else (),
        bool(weights.same_gender and one.same_gender),
        one.class_id if weights.class_spread else "",
    )


def add_soft(model: Model, table: Table, kinds: list[Kind], amount: Amounts) -> Softness:
    """Write every soft wish into the model of the hard rules."""
    softness = Softness(model, amount)
    longest = max((len(one.wishes) for one in table.students), default=0)
    for kind, columns in zip(kinds, amount, strict=True):
        _genders(softness, table, kind, columns)
        _wishes(softness, table, kind, columns, longest)
    weights = table.problem.rules.weights
    for trait, weight in (("layer", weights.layer), ("gender", weights.gender), ("category", weights.category)):
        if weight:
            _balance(softness, table, kinds, trait, weight)
    if weights.class_spread:
        for used in classes_used(model, table, kinds, amount).values():
            more = model.column(weights.class_spread, inf, integer=0)
            model.line([*((column, 1.0) for column in used), (more, -1)], -inf, 1)
    return softness


def _genders(softness: Softness, table: Table, kind: Kind, columns: dict[int, int]) -> None:
    weight = table.problem.rules.weights.same_gender
    asked = Counter(table.students[s].gender for s in kind.members if table.students[s].same_gender)
    for mentor, column in columns.items():
        gender = table.mentors[mentor].gender
        unlike = sum(count for name, count in asked.items() if name and gender and name != gender)
        softness.model.cost[column] += weight * unlike * kind.size // len(kind.members)


def _wishes(softness: Softness, table: Table, kind: Kind, columns: dict[int, int], longest: int) -> None:
    """A whole kind pays on its own columns; students alike get wish columns that fit beneath their quotas."""
    model, weight = softness.model, table.problem.rules.weights.rank
    under: dict[int, list[tuple[int, float]]] = {}
    for student in kind.members:
        softness.constant += weight * longest * bool(table.tiers[student])
        gains = dict(_gains(table, student, columns, longest))
        if kind.whole:
            for mentor, gain in gains.items():
                model.cost[columns[mentor]] -= gain
            continue
        mine = {mentor: model.column(-gain, 1) for mentor, gain in gains.items()}
        model.line([(column, 1.0) for column in mine.values()], 0, 1)
        for mentor, column in mine.items():
            under.setdefault(mentor, []).append((column, 1.0))
        softness.seated[student] = mine
    for mentor, line in under.items():
        model.line([*line, (columns[mentor], -1.0)], -inf, 0)


def _gains(table: Table, student: int, columns: dict[int, int], longest: int) -> Iterator[tuple[int, int]]:
    """How much cheaper than a seat outside the wishes each wish is."""
    weights, name = table.problem.rules.weights, table.students[student].id
    for mentor, tier in table.tiers[student].items():
        if mentor in columns:
            level = MARK_LEVEL.get(table.mentors[mentor].marks.get(name, ""), UNMARKED)
            yield mentor, weights.rank * (longest + 1 - tier) + weights.mark * (UNMARKED - level)


def _balance(softness: Softness, table: Table, kinds: list[Kind], trait: str, weight: int) -> None:
    """Students of one value beyond a mentor's fair share, which follows the mentor's share of all seats."""
    model, seats = softness.model, sum(table.most)
    total = Counter(value for s in range(len(table.students)) for value in _values(table, s, trait))
    terms: dict[tuple[int, str], list[tuple[int, float]]] = {}
    for kind, columns in zip(kinds, softness.amount, strict=True):
        having = Counter(value for s in kind.members for value in _values(table, s, trait))
        for value, count in having.items():
            for mentor, column in columns.items():
                terms.setdefault((mentor, value), []).append((column, count if kind.whole else 1))
    for (mentor, value), line in sorted(terms.items()):
        fair = -(-total[value] * table.most[mentor] // seats)
        if fair < min(table.most[mentor], total[value]):
            beyond = model.column(weight, inf, integer=0)
            model.line([*line, (beyond, -1)], -inf, fair)


def _values(table: Table, student: int, trait: str) -> tuple[str, ...]:
    one = table.students[student]
    if trait == "category":
        return tuple(sorted(one.categories))
    value = one.layer if trait == "layer" else one.gender
    return (value,) if value else ()

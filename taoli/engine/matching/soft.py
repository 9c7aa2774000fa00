"""The soft wishes of mode "ruled" as costs of a programme of kinds; the weights say what each unit costs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf

from taoli.engine.matching.prepare import MARK_LEVEL, UNMARKED, Table
from taoli.engine.matching.programme import Model
from taoli.engine.matching.quotas import Amounts, Kind, classes_used


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


def write_wishes(model: Model, table: Table, kinds: list[Kind], amount: Amounts) -> Softness:
    """Price the columns by the students' wishes; students alike get a column for each wish beside their quotas."""
    softness = Softness(model, amount)
    longest = max((len(one.wishes) for one in table.students), default=0)
    for kind, columns in zip(kinds, amount, strict=True):
        prices = _unlike_genders(table, kind, columns)
        for mentor, (column,) in columns.items():
            model.cost[column] += prices[mentor]
        _wishes(softness, table, kind, columns, longest, prices)
    return softness


def write_balance(softness: Softness, table: Table, kinds: list[Kind]) -> None:
    """Price what lies beyond fair shares and first classes; after every column of a student stands."""
    model, weights = softness.model, table.problem.rules.weights
    for trait, weight in (("layer", weights.layer), ("gender", weights.gender), ("category", weights.category)):
        if weight:
            _balance(softness, table, kinds, trait, weight)
    if weights.class_spread:
        for used in classes_used(model, table, kinds, softness.amount).values():
            more = model.column(weights.class_spread, inf, integer=0)
            model.line([*((column, 1.0) for column in used), (more, -1)], -inf, 1)


def _unlike_genders(table: Table, kind: Kind, columns: dict[int, list[int]]) -> dict[int, int]:
    """What a seat with each mentor costs because of the genders; a whole kind pays for all its members."""
    weight = table.problem.rules.weights.same_gender
    asked = [table.students[s].gender for s in kind.members if table.students[s].same_gender]
    asked = asked if kind.whole else asked[:1]
    genders = {mentor: table.mentors[mentor].gender for mentor in columns}
    return {m: weight * sum(bool(g and mine and g != mine) for g in asked) for m, mine in genders.items()}


def _wishes(
    softness: Softness,
    table: Table,
    kind: Kind,
    columns: dict[int, list[int]],
    longest: int,
    prices: dict[int, int],
) -> None:
    model, weight = softness.model, table.problem.rules.weights.rank
    for student in kind.members:
        softness.constant += weight * longest * bool(table.tiers[student])
        gains = dict(_gains(table, student, columns, longest))
        if kind.whole:
            for mentor, gain in gains.items():
                model.cost[columns[mentor][0]] -= gain
            continue
        mine = {mentor: model.column(prices[mentor] - gain, 1) for mentor, gain in gains.items()}
        model.line([(column, 1.0) for column in mine.values()], 0, 1)
        for mentor, column in mine.items():
            columns[mentor].append(column)
        softness.seated[student] = mine


def _gains(table: Table, student: int, columns: dict[int, list[int]], longest: int) -> Iterator[tuple[int, int]]:
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
            for mentor, here in columns.items():
                terms.setdefault((mentor, value), []).extend((column, count if kind.whole else 1) for column in here)
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

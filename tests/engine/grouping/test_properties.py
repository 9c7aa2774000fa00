"""What must hold of every result, on five hundred random classes each."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from taoli.engine.grouping import Finding, Impossible, Member, Rules, check, make_groups, serpentine
from tests.engine.grouping.classes import ATTRIBUTES, class_of, drawn, made
from tests.engine.rounds import ROUNDS


def unlikeness(members: Sequence[Member], groups: Sequence[Sequence[str]], attributes: Sequence[str]) -> float:
    """Written from the definition: the mean over attributes and their squares of the share between groups."""
    parts = []
    for name in attributes:
        column = {one.id: float(one.values[name]) for one in members}
        for values in (column, {one: value**2 for one, value in standard(column).items()}):
            z = standard(values)
            parts.append(sum(len(g) * (sum(z[one] for one in g) / len(g)) ** 2 for g in groups if g) / len(z))
    return sum(parts) / len(parts)


def standard(values: dict[str, float]) -> dict[str, float]:
    mean = sum(values.values()) / len(values)
    deviation = (sum((one - mean) ** 2 for one in values.values()) / len(values)) ** 0.5
    return {one: (value - mean) / deviation if deviation > 1e-9 else 0 for one, value in values.items()}


def snake_groups(members: Sequence[Member], count: int, rules: Rules) -> list[list[str]]:
    dealt = serpentine(members, count, ATTRIBUTES, rules.sizes)
    return [[one.id for one, mine in zip(members, dealt, strict=True) if mine == group] for group in range(count)]


def swapped(groups: Sequence[Sequence[str]], one: str, other: str) -> list[list[str]]:
    back = {one: other, other: one}
    return [[back.get(name, name) for name in group] for group in groups]


def random_rules(members: Sequence[Member], count: int, chance: Random) -> Rules:
    ids = [one.id for one in members]
    chance.shuffle(ids)
    named = iter(ids)

    def take(many: int) -> frozenset[str]:
        return frozenset(next(named) for _one in range(many))

    sizes = [0] * count
    for _one in members:
        sizes[chance.randrange(count)] += 1
    return Rules(
        sizes=chance.choice([(), tuple(sizes)]),
        apart=tuple(take(chance.randint(2, min(3, count))) for _one in range(chance.randint(0, 2))),
        together=tuple(take(2) for _one in range(chance.randint(0, 2))),
        fixed={next(named): chance.randrange(count) for _one in range(chance.randint(0, 2))},
        units=chance.choice([(), (take(3),)]),
    )


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_sizes_and_strata_differ_by_one_and_no_group_is_less_alike_than_the_s_shaped_deal(seed: int) -> None:
    chance = drawn(seed)
    count = chance.randint(1, 8)
    members = class_of(chance.randint(max(2, count), 40), seed)
    groups = made(members, count, ATTRIBUTES, seed=seed, starts=2)
    assert groups.unlike == pytest.approx(unlikeness(members, groups.groups, ATTRIBUTES))
    assert groups.serpentine == pytest.approx(unlikeness(members, snake_groups(members, count, Rules()), ATTRIBUTES))
    assert groups.unlike <= groups.serpentine + 1e-9
    codes = [one.code for one in check(members, groups.groups)]
    if groups.notes:
        assert set(codes) <= {"strata_uneven"}
    else:
        assert codes == []
        assert groups.strata_gap <= 1


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_rules_are_kept_or_said_to_be_impossible(seed: int) -> None:
    chance = drawn(seed)
    count = chance.randint(2, 6)
    members = class_of(chance.randint(20, 40), seed)
    rules = random_rules(members, count, chance)
    groups = make_groups(members, count, ATTRIBUTES, rules=rules, seed=seed, starts=2)
    if isinstance(groups, Impossible):
        assert groups.findings
        return
    assert check(members, groups.groups, rules) == () or {one.code for one in check(members, groups.groups, rules)} == {
        "strata_uneven"
    }
    snake = snake_groups(members, count, rules)
    if {one.code for one in check(members, snake, rules)} <= {"strata_uneven"}:
        assert groups.unlike <= groups.serpentine + 1e-9


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_no_exchange_that_keeps_the_strata_helps_any_more(seed: int) -> None:
    chance = drawn(seed)
    count = chance.randint(2, 4)
    members = class_of(chance.randint(6, 12), seed)
    groups = made(members, count, ATTRIBUTES, seed=seed, starts=1)
    assert groups.swap_optimal
    stratum = {one.id: (one.layer, one.gender) for one in members}
    best = unlikeness(members, groups.groups, ATTRIBUTES)
    for one, other in combinations(sorted(stratum), 2):
        if stratum[one] == stratum[other]:
            assert unlikeness(members, swapped(groups.groups, one, other), ATTRIBUTES) >= best - 1e-9


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_neither_order_nor_names_matter(seed: int) -> None:
    chance = drawn(seed)
    count = chance.randint(2, 4)
    members = class_of(chance.randint(6, 16), seed)
    groups = made(members, count, ATTRIBUTES, seed=seed, starts=1)
    shuffled = chance.sample(members, len(members))
    assert made(shuffled, count, ATTRIBUTES, seed=seed, starts=1) == groups
    names = dict(zip((one.id for one in members), (f"x{one.id}" for one in shuffled), strict=True))
    other = made([replace(one, id=names[one.id]) for one in members], count, ATTRIBUTES, seed=seed, starts=1)
    assert other.groups == tuple(tuple(sorted(names[one] for one in group)) for group in groups.groups)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_planted_wrong_result_is_caught(seed: int) -> None:
    chance = drawn(seed)
    members = class_of(24, seed)
    ids = [one.id for one in members]
    rules = Rules(apart=(frozenset(ids[:2]),), together=(frozenset(ids[2:4]),), fixed={ids[4]: 1})
    good = made(members, 4, ATTRIBUTES, rules=rules, seed=seed, starts=1).groups
    assert check(members, good, rules) == ()
    where = {one: number for number, group in enumerate(good) for one in group}
    wrong: dict[str, Sequence[Sequence[str]]] = {
        "placed_wrongly": [(*good[0], ids[5] if where[ids[5]] else ids[6]), *good[1:]],
        "met": moved(good, ids[0], where[ids[1]], chance),
        "parted": moved(good, ids[2], (where[ids[2]] + 1) % 4, chance),
        "moved": moved(good, ids[4], 2, chance),
        "size_wrong": [good[0][:3], (*good[1], *good[0][3:]), *good[2:]],
    }
    for code, groups in wrong.items():
        assert code in {one.code for one in check(members, groups, rules)}


def moved(groups: Sequence[Sequence[str]], one: str, target: int, chance: Random) -> list[list[str]]:
    """Someone of the target changes places with `one`, sizes staying."""
    partner = chance.choice([name for name in groups[target] if name > "s004"])
    return swapped(groups, one, partner)


def test_uneven_strata_are_caught_where_no_rule_is_in_the_way() -> None:
    members = [Member(f"s{one}", gender="fm"[one % 2]) for one in range(8)]
    apart = [["s0", "s2", "s4", "s6"], ["s1", "s3", "s5", "s7"]]
    assert [one.code for one in check(members, apart)] == ["strata_uneven"] * 2
    assert check(members, [["s0", "s1", "s2", "s3"], ["s4", "s5", "s6", "s7"]]) == ()
    assert check(members, apart, Rules(fixed={"s0": 0})) == ()
    assert check(members, [["s0", "s1"], ["s2", "s3", "s4", "s5", "s6", "s7"]], Rules(sizes=(4, 4)))[0] == Finding(
        "size_wrong", {"group": 0, "size": 2}
    )

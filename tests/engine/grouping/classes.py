"""Invented classes for the tests of grouping."""

from collections.abc import Sequence
from random import Random

from taoli.engine.grouping import Groups, Member, Rules, layers_by_ratio, make_groups

ATTRIBUTES = ("score", "height")


def drawn(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a reproducible class


def class_of(size: int, seed: int = 1) -> list[Member]:
    chance = drawn(seed)
    scores = {f"s{one:03d}": chance.gauss(0, 1) for one in range(size)}
    layers = layers_by_ratio(scores)
    return [
        Member(one, layers[one], chance.choice("fm"), {"score": score, "height": chance.expovariate(1)})
        for one, score in scores.items()
    ]


def made(
    members: Sequence[Member],
    count: int,
    attributes: Sequence[str] = (),
    *,
    rules: Rules | None = None,
    seed: int = 0,
    starts: int | None = None,
) -> Groups:
    groups = make_groups(members, count, attributes, rules=rules, seed=seed, starts=starts)
    assert isinstance(groups, Groups)
    return groups

"""Seeded synthetic rounds: the same name and seed give the same bytes on every machine."""

import random

import numpy as np

from taoli.engine.matching import Mentor, Problem, Rules, Student
from taoli.engine.matching.acceptance import Ints

RANKS = 6
SEATS = 10
LAYERS = ("upper",) * 3 + ("middle",) * 5 + ("lower",) * 2


def round_of(
    students: int,
    *,
    seed: int = 1,
    wishes: int = 6,
    skew: float = 0.6,
    class_size: int = 50,
    rules: Rules | None = None,
) -> Problem:
    """A choice round: a mentor for every eight students, seats for ten, popularity falling as 1/place^skew."""
    chance = random.Random(seed)  # noqa: S311 - a reproducible instance is wanted, not a secret
    count = max(students // 8, wishes)
    mentors = tuple(Mentor(id=f"m{one:05d}", min=4, target=8, max=10) for one in range(count))
    weights = [1 / (one + 1) ** skew for one in range(count)]
    members = []
    for one in range(students):
        picks: dict[str, None] = {}
        while len(picks) < wishes:
            picks.setdefault(chance.choices(mentors, weights)[0].id)
        members.append(
            Student(
                id=f"s{one:06d}",
                class_id=f"c{one // class_size:04d}",
                gender=chance.choice("fm"),
                layer=chance.choice(LAYERS),
                wishes=tuple((pick,) for pick in picks),
            )
        )
    return Problem(tuple(members), mentors, rules or Rules(max_classes_per_mentor=None), seed)


def arrays(students: int, skew: float, seed: int = 1) -> tuple[Ints, Ints, Ints]:
    """Wishes by popularity 1/place^skew without repeats, a lottery turn for each student, ten seats a mentor."""
    chance = np.random.default_rng(seed)
    mentors = students // 8
    weights = np.cumsum(1 / np.arange(1, mentors + 1) ** skew)
    wishes = np.full((students, RANKS), -1, dtype=np.int64)
    for rank in range(RANKS):
        open_rows = np.arange(students)
        while open_rows.size:
            picks = np.searchsorted(weights, chance.random(open_rows.size) * weights[-1])
            repeated = (wishes[open_rows, :rank] == picks[:, None]).any(axis=1)
            wishes[open_rows[~repeated], rank] = picks[~repeated]
            open_rows = open_rows[repeated]
    turn = chance.permutation(students * RANKS).reshape(students, RANKS)
    return wishes, turn, np.full(mentors, SEATS)

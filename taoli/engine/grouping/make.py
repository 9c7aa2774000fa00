"""Study groups: groups alike, members different (组间同质、组内异质)."""

from collections.abc import Sequence
from typing import overload

import numpy as np

from taoli.engine.grouping.atoms import Atoms, atoms_of
from taoli.engine.grouping.bound import arrange, settle
from taoli.engine.grouping.deals import deal_strata, even_sizes, refuse_counts, serpentine
from taoli.engine.grouping.features import Ints, Reals, features, unlike
from taoli.engine.grouping.few import Board, improve
from taoli.engine.grouping.many import best_of_many
from taoli.engine.grouping.obstacles import obstacles
from taoli.engine.grouping.report import report
from taoli.engine.grouping.types import Finding, Groups, Impossible, Member, Outcome, Rules

CLASS = 200
"""Up to so many members all starts are improved at once."""
STARTS = 100
FEW_STARTS = 5
WORK = 2_000


@overload
def make_groups(
    members: Sequence[Member],
    group_count: int,
    attributes: Sequence[str] = (),
    *,
    rules: None = None,
    seed: int = 0,
    starts: int | None = None,
) -> Groups: ...
@overload
def make_groups(
    members: Sequence[Member],
    group_count: int,
    attributes: Sequence[str] = (),
    *,
    rules: Rules | None = None,
    seed: int = 0,
    starts: int | None = None,
) -> Outcome: ...
def make_groups(
    members: Sequence[Member],
    group_count: int,
    attributes: Sequence[str] = (),
    *,
    rules: Rules | None = None,
    seed: int = 0,
    starts: int | None = None,
) -> Outcome:
    """Groups as alike as exchanges make them; sizes and strata (layer and gender) differ by at most one.

    Rules and unequal sizes may leave strata a little less even; `strata_gap` says how much. `starts`: how many
    starts are improved (by default fewer for many members). Should the strata leave the groups less alike than
    the S-shaped deal, and that deal keep the rules, it is improved instead, without rules by exchanges inside the
    strata, so that it is never worse than that deal in any respect. Impossible where the rules cannot
    be kept. Raises ValueError as `serpentine` does.
    """
    refuse_counts(members, group_count)
    rules = rules or Rules()
    members = sorted(members, key=lambda one: one.id)
    against = obstacles(members, group_count, rules)
    if against:
        return Impossible(against)
    members = _by_values(members, attributes)
    known = features(members, attributes)
    snake = np.array(serpentine(members, group_count, attributes, rules.sizes), dtype=np.int64)
    atoms = atoms_of(members, rules)
    if rules == Rules():
        group, optimal = _dealt(members, known.table, group_count, seed, starts)
    else:
        tries = starts or min(max(WORK // max(len(members), 1), 1), FEW_STARTS)
        arranged = arrange(members, known.table, atoms, group_count, rules, seed, tries)
        if isinstance(arranged, Impossible):
            return arranged
        group, optimal = arranged
    notes = []
    if unlike(known.table, group, group_count) > unlike(known.table, snake, group_count) and _keeps(snake, atoms):
        if rules == Rules():
            board = Board(known.table, snake.copy(), even_sizes(len(members), group_count))
            group, optimal = board.group, improve(board, _strata(members), seed)
        else:
            group, optimal = settle(known.table, atoms, _of_atoms(snake, atoms), group_count, seed)
        notes.append(Finding("strata_gave_way"))
    return report(members, known, attributes, group, snake, group_count, optimal=optimal, notes=notes)


def _by_values(members: Sequence[Member], attributes: Sequence[str]) -> list[Member]:
    """An order that knows nothing of the ids, as far as the values tell members apart."""
    table = features(members, attributes).table.round(9).tolist()
    order = sorted(range(len(members)), key=lambda row: (table[row], members[row].layer, members[row].gender, row))
    return [members[row] for row in order]


def _dealt(
    members: Sequence[Member], table: Reals, group_count: int, seed: int, starts: int | None
) -> tuple[Ints, bool]:
    """Without rules: strata dealt to differ by at most one, and exchanges only inside them."""
    sizes = even_sizes(len(members), group_count)
    strata = _strata(members)
    chance = np.random.default_rng(seed)
    if len(members) <= CLASS:
        dealt = deal_strata(strata, sizes, starts or STARTS, chance)
        return (best_of_many(table, dealt, sizes, strata, seed) if members else dealt[0]), True
    found = []
    for group in deal_strata(strata, sizes, starts or min(max(WORK // len(members), 1), FEW_STARTS), chance):
        board = Board(table, group, sizes)
        found.append((improve(board, strata, seed), board.group))
    optimal, group = min(found, key=lambda one: unlike(table, one[1], group_count))
    return group, optimal


def _strata(members: Sequence[Member]) -> list[Ints]:
    rows: dict[tuple[str, str], list[int]] = {}
    for row, one in enumerate(members):
        rows.setdefault((one.layer, one.gender), []).append(row)
    return [np.array(rows[stratum]) for stratum in sorted(rows)]


def _keeps(snake: Ints, atoms: Atoms) -> bool:
    """Whether the S-shaped deal keeps the rules (it has the sizes already)."""
    group = _of_atoms(snake, atoms)
    return (
        all((snake[list(rows)] == mine).all() for rows, mine in zip(atoms.rows, group, strict=True))
        and all(fixed in (-1, mine) for fixed, mine in zip(atoms.fixed, group, strict=True))
        and all(group[one] != group[other] for one, other in atoms.pairs)
    )


def _of_atoms(snake: Ints, atoms: Atoms) -> list[int]:
    return [int(snake[rows[0]]) for rows in atoms.rows]

"""Groups under rules: blocks, foes, fixed members, unequal sizes; here the search itself keeps the strata even."""

from collections.abc import Sequence
from heapq import heapify, heapreplace
from random import Random

import numpy as np

from taoli.engine.grouping.atoms import Atoms
from taoli.engine.grouping.deals import laps
from taoli.engine.grouping.features import Ints, Reals, unlike
from taoli.engine.grouping.few import Board, Foes, improve
from taoli.engine.grouping.place import GivenUpError, Room, place
from taoli.engine.grouping.types import Finding, Impossible, Member, Rules


def arrange(
    members: Sequence[Member], table: Reals, atoms: Atoms, group_count: int, rules: Rules, seed: int, starts: int
) -> tuple[Ints, bool] | Impossible:
    """The group of every member and whether no exchange helps any more, the best of several starts."""
    wide = np.hstack([table, strata_columns(members, table)])
    rooms = _rooms(len(members), group_count, rules)
    found: list[tuple[float, Ints, bool]] = []
    given_up = False
    for start in range(starts):
        chance = Random(f"{seed} {start}")  # noqa: S311 - the same groups for the same seed are wanted
        group = None
        while group is None and rooms:
            try:
                group = _start(members, atoms, rooms[0], chance)
            except GivenUpError:
                given_up = True
            if group is None and found:
                break
            rooms = rooms[group is None :]
        if group is not None:
            whole, optimal = settle(wide, atoms, group, group_count, seed)
            found.append((unlike(wide, whole, group_count), whole, optimal))
    if not found:
        return Impossible((Finding("no_arrangement_found" if given_up else "no_arrangement"),))
    _value, whole, optimal = min(found, key=lambda one: one[0])
    return whole, optimal


def settle(table: Reals, atoms: Atoms, group: Sequence[int], group_count: int, seed: int) -> tuple[Ints, bool]:
    """Exchange atoms of one weight while it helps; the group of every member, and whether nothing helps any more."""
    weights = np.array([len(rows) for rows in atoms.rows])
    of = np.empty(len(table), dtype=np.int64)
    for atom, rows in enumerate(atoms.rows):
        of[list(rows)] = atom
    blocks = np.zeros((len(weights), table.shape[1]))
    np.add.at(blocks, of, table)
    board = Board(
        blocks,
        np.array(group, dtype=np.int64),
        np.bincount(np.array(group)[of], minlength=group_count),
        Foes.among(len(weights), atoms.pairs) if atoms.pairs else None,
    )
    free = np.array(atoms.fixed) < 0
    optimal = improve(board, [np.flatnonzero(free & (weights == weight)) for weight in np.unique(weights)], seed)
    return board.group[of], optimal


def strata_columns(members: Sequence[Member], table: Reals) -> Reals:
    """Layer, gender and both, so heavy that an exchange which evens them out is worth any other."""
    labels = [
        *(f"l{one.layer}" for one in members),
        *(f"g{one.gender}" for one in members),
        *(f"b{one.layer}\0{one.gender}" for one in members),
    ]
    names = sorted(set(labels))
    columns = np.zeros((len(members), len(names)))
    place_of = {name: place for place, name in enumerate(names)}
    for turn, label in enumerate(labels):
        columns[turn % len(members), place_of[label]] = 1
    weight = 2 * max(float(np.sqrt((table**2).sum(axis=1)).max(initial=0)), 1.0)
    heavy: Reals = weight * (columns - columns.mean(axis=0))
    return heavy


def _start(members: Sequence[Member], atoms: Atoms, room: Room, chance: Random) -> list[int] | None:
    weights = [len(rows) for rows in atoms.rows]
    foes: list[set[int]] = [set() for _atom in weights]
    for one, other in atoms.pairs:
        foes[one].add(other)
        foes[other].add(one)
    group = place(weights, atoms.fixed, foes, room, chance)
    if group is not None:
        _fill(members, atoms, group, room, chance)
    return group


def _rooms(members: int, group_count: int, rules: Rules) -> list[Room]:
    """The given sizes; or even ones, and for units ever larger ones until the blocks go in."""
    if rules.sizes:
        return [Room(rules.sizes)]
    even = Room((members // group_count,) * group_count, members % group_count)
    if not rules.units:
        return [even]
    least = members // group_count + 1
    return [even, *(Room((size,) * group_count) for size in range(least, members + 1))]


def _fill(members: Sequence[Member], atoms: Atoms, group: list[int], room: Room, chance: Random) -> None:
    """Deal those without rules round the places that are left, stratum after stratum."""
    load = [0] * len(room.sizes)
    for rows, mine in zip(atoms.rows, group, strict=True):
        if mine >= 0:
            load[mine] += len(rows)
    light = [atom for atom, mine in enumerate(group) if mine < 0]
    chance.shuffle(light)
    light.sort(key=lambda atom: (members[atoms.rows[atom][0]].layer, members[atoms.rows[atom][0]].gender))
    for atom, mine in zip(light, laps(_places(load, room, len(light), chance)).tolist(), strict=True):
        group[atom] = mine


def _places(load: list[int], room: Room, wanted: int, chance: Random) -> Ints:
    """How many each group still takes: always the one that lacks most of its size is given one more."""
    lacking = [
        (mine - size, chance.random(), place) for place, (mine, size) in enumerate(zip(load, room.sizes, strict=True))
    ]
    heapify(lacking)
    places = np.zeros(len(load), dtype=np.int64)
    for _one in range(wanted):
        lack, turn, place = lacking[0]
        heapreplace(lacking, (lack + 1, turn, place))
        places[place] += 1
    return places

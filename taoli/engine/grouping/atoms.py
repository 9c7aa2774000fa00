"""What moves as one: a student, or all who belong together by rule or as a unit (a room, a team)."""

from collections.abc import Sequence
from dataclasses import dataclass

from taoli.engine.grouping.types import Member, Rules


@dataclass(frozen=True, slots=True)
class Atoms:
    """`rows`: the members of each atom, by their first. `fixed`: its group or -1. `pairs`: atoms to keep apart."""

    rows: tuple[tuple[int, ...], ...]
    fixed: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]


def atoms_of(members: Sequence[Member], rules: Rules) -> Atoms:
    """The atoms, in the order of their first members. Rules that name atoms of themselves are left to obstacles."""
    row_of = {one.id: row for row, one in enumerate(members)}
    leader = list(range(len(members)))
    for block in (*rules.together, *rules.units):
        leaders = {_find(leader, row_of[name]) for name in block}
        for row in leaders:
            leader[row] = min(leaders)
    rows: dict[int, list[int]] = {}
    for row in range(len(members)):
        rows.setdefault(_find(leader, row), []).append(row)
    place = {row: atom for atom, mine in enumerate(rows.values()) for row in mine}
    fixed = [-1] * len(rows)
    for name, group in sorted(rules.fixed.items()):
        fixed[place[row_of[name]]] = group
    pairs = {
        (min(one, other), max(one, other))
        for block in rules.apart
        for one in (place[row_of[name]] for name in block)
        for other in (place[row_of[name]] for name in block)
        if one != other
    }
    return Atoms(tuple(map(tuple, rows.values())), tuple(fixed), tuple(sorted(pairs)))


def _find(leader: list[int], row: int) -> int:
    while leader[row] != row:
        row = leader[row]
    return row

"""Why no groups can keep the rules, as far as it can be counted by hand."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from taoli.engine.grouping.atoms import atoms_of
from taoli.engine.grouping.types import Finding, Member, Rules


def obstacles(members: Sequence[Member], group_count: int, rules: Rules) -> tuple[Finding, ...]:
    """The findings, none when nothing is found against it. `members` sorted by id."""
    names = {one.id for one in members}
    misnamed = (*_unknown(names, rules), *_counts(len(members), group_count, rules))
    return misnamed or tuple(_blocks(members, group_count, rules))


def _unknown(names: set[str], rules: Rules) -> Iterator[Finding]:
    named = {one for block in (*rules.apart, *rules.together, *rules.units, rules.fixed) for one in block}
    for one in sorted(named - names):
        yield Finding("member_unknown", {"member": one})


def _counts(members: int, group_count: int, rules: Rules) -> Iterator[Finding]:
    if rules.sizes and (len(rules.sizes) != group_count or sum(rules.sizes) != members or min(rules.sizes) < 0):
        yield Finding("sizes_do_not_add_up", {"sizes": rules.sizes, "groups": group_count, "members": members})
    for one, group in sorted(rules.fixed.items()):
        if not 0 <= group < group_count:
            yield Finding("fixed_nowhere", {"member": one, "group": group, "groups": group_count})


def _blocks(members: Sequence[Member], group_count: int, rules: Rules) -> Iterator[Finding]:
    atoms = atoms_of(members, rules)
    ids = [tuple(members[row].id for row in rows) for rows in atoms.rows]
    atom_of = {one: atom for atom, block in enumerate(ids) for one in block}
    sizes = largest_sizes(len(members), group_count, rules)
    for together in ids:
        if not rules.units and len(together) > max(sizes):
            yield Finding("together_too_large", {"members": together, "largest": max(sizes)})
    clique = _clique(rules)
    if len(clique) > group_count:
        yield Finding("apart_too_many", {"members": tuple(sorted(clique)), "groups": group_count})
    for block in sorted(map(sorted, rules.apart)):
        for atom, count in sorted(Counter(atom_of[one] for one in block).items()):
            if count > 1:
                both = tuple(one for one in block if atom_of[one] == atom)
                yield Finding("apart_and_together", {"members": both})
    yield from _fixed(ids, atom_of, sizes, rules)


def _clique(rules: Rules) -> list[str]:
    """A largest set found of members who must all be in different groups: each set, and whoever else fits in."""
    foes: dict[str, set[str]] = {}
    for block in rules.apart:
        for one in block:
            foes.setdefault(one, set()).update(block - {one})
    largest: list[str] = []
    for names in sorted(map(sorted, rules.apart)):
        clique = list(names)
        for one in sorted(set[str]().union(*(foes[name] for name in names)), key=lambda one: (-len(foes[one]), one)):
            if foes[one].issuperset(clique):
                clique.append(one)
        largest = max(largest, clique, key=len)
    return largest


def largest_sizes(members: int, group_count: int, rules: Rules) -> list[int]:
    """What each group may hold at most: its given size, else the size of the larger groups."""
    return list(rules.sizes) or [-(-members // group_count)] * group_count


def _fixed(ids: list[tuple[str, ...]], atom_of: Mapping[str, int], sizes: list[int], rules: Rules) -> Iterator[Finding]:
    wanted: dict[int, set[int]] = {}
    for one, group in rules.fixed.items():
        wanted.setdefault(atom_of[one], set()).add(group)
    load = Counter[int]()
    for atom, groups in sorted(wanted.items()):
        if len(groups) > 1:
            yield Finding("together_fixed_apart", {"members": ids[atom], "groups": tuple(sorted(groups))})
        load.update(dict.fromkeys(groups, len(ids[atom])))
    for group, count in sorted(load.items()):
        if not rules.units and count > sizes[group]:
            yield Finding("fixed_over_full", {"group": group, "members": count, "size": sizes[group]})
    for block in sorted(map(sorted, rules.apart)):
        for group, count in sorted(Counter(rules.fixed[one] for one in block if one in rules.fixed).items()):
            if count > 1:
                both = tuple(one for one in block if rules.fixed.get(one) == group)
                yield Finding("apart_fixed_together", {"members": both, "group": group})

"""Recounts finished groups against their rules. It shares no code with what makes them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from taoli.engine.grouping.types import Finding, Member, Rules


def check(
    members: Sequence[Member], groups: Sequence[Sequence[str]], rules: Rules | None = None
) -> tuple[Finding, ...]:
    """What is wrong with the groups, nothing when all is right.

    Codes: placed_wrongly (how often somebody stands who should stand once), size_wrong, met (kept apart in
    vain), parted (of those together or in a unit), moved (a fixed member), and, where no rule is in the way,
    strata_uneven (a layer and gender differing by more than one between groups).
    """
    asked = rules or Rules()
    return (
        *_places(members, groups),
        *_sizes(groups, asked),
        *_company(groups, asked),
        *_strata(members, groups, asked),
    )


def _places(members: Sequence[Member], groups: Sequence[Sequence[str]]) -> Iterator[Finding]:
    times = Counter(one for group in groups for one in group)
    known = {one.id for one in members}
    for one in sorted(known | set(times)):
        if times[one] != (one in known):
            yield Finding("placed_wrongly", {"member": one, "times": times[one]})


def _sizes(groups: Sequence[Sequence[str]], rules: Rules) -> Iterator[Finding]:
    smallest = min(map(len, groups))
    for number, group in enumerate(groups):
        given = rules.sizes[number] if rules.sizes else None
        if (len(group) != given) if given is not None else (not rules.units and len(group) > smallest + 1):
            yield Finding("size_wrong", {"group": number, "size": len(group)})


def _company(groups: Sequence[Sequence[str]], rules: Rules) -> Iterator[Finding]:
    for number, group in enumerate(groups):
        for foes in rules.apart:
            met = sorted(foes.intersection(group))
            if len(met) > 1:
                yield Finding("met", {"group": number, "members": tuple(met)})
        for friends in (*rules.together, *rules.units):
            here = friends.intersection(group)
            if here and here != friends:
                yield Finding("parted", {"group": number, "members": tuple(sorted(here))})
        for one in sorted(group):
            if rules.fixed.get(one, number) != number:
                yield Finding("moved", {"member": one, "group": number})


def _strata(members: Sequence[Member], groups: Sequence[Sequence[str]], rules: Rules) -> Iterator[Finding]:
    if rules != Rules():
        return
    stratum = {one.id: (one.layer, one.gender) for one in members}
    counts = [Counter(stratum.get(one) for one in group) for group in groups]
    for layer, gender in sorted(set(stratum.values())):
        numbers = [count[layer, gender] for count in counts]
        if max(numbers) - min(numbers) > 1:
            yield Finding("strata_uneven", {"stratum": (layer, gender), "counts": tuple(numbers)})

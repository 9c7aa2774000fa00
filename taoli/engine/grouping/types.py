"""What grouping is given and what it hands back: codes and values, never sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = str | int | tuple[str, ...] | tuple[int, ...]
"""What a parameter of a code may be: an id, a count, or a list of them."""


@dataclass(frozen=True, slots=True)
class Member:
    """A student to be grouped. `values`: attribute → number, or a word for a category; missing counts as average."""

    id: str
    layer: str = ""
    gender: str = ""
    values: Mapping[str, float | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rules:
    """Hard rules, by member id.

    `sizes`: members of each group (empty: as equal as can be). `apart`: of each set no two share a group.
    `together`: each set shares one. `fixed`: member → number of the group, from 0. `units`: blocks such as
    dormitory rooms, which move whole; where equal sizes cannot be had of them, sizes give way.
    """

    sizes: tuple[int, ...] = ()
    apart: tuple[frozenset[str], ...] = ()
    together: tuple[frozenset[str], ...] = ()
    fixed: Mapping[str, int] = field(default_factory=dict)
    units: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact found, as a code and its values; whoever shows it makes the sentence."""

    code: str
    params: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Balance:
    """How unlike the groups are in one attribute: share of its variance that lies between them, 0 is best.

    A category has as many parts as words and no spreads of its own (its share counts them as means).
    """

    attribute: str
    means: float
    spreads: float
    serpentine_means: float
    serpentine_spreads: float


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups by member id. `unlike` is the mean over all features, `serpentine` that of the S-shaped deal.

    `strata_gap`: largest difference between two groups in the number of members of one layer and gender (of
    groups of given, unequal sizes: between a group and its share, rounded up). `swap_optimal`: no exchange
    that keeps the rules (without rules: the strata) would help, looked at one by one. `notes`: "strata_gave_way" to
    the S-shaped deal, "sizes_uneven" where they are more than one apart.
    """

    groups: tuple[tuple[str, ...], ...]
    unlike: float
    serpentine: float
    strata_gap: int
    balances: tuple[Balance, ...]
    swap_optimal: bool = True
    notes: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Impossible:
    """No groups keep every rule; the findings say which rules stand in the way."""

    findings: tuple[Finding, ...]


Outcome: TypeAlias = Groups | Impossible

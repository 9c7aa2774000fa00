"""What grouping is given and what it hands back."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Member:
    """A student to be grouped. `values`: attribute → number; a missing value counts as average."""

    id: str
    layer: str = ""
    gender: str = ""
    values: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Balance:
    """How unlike the groups are in one attribute: share of its variance that lies between them, 0 is best."""

    attribute: str
    means: float
    spreads: float
    serpentine_means: float
    serpentine_spreads: float


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups by member id. `unlike` is the mean of all balances, `serpentine` that of the S-shaped deal.

    `strata_gap`: largest difference between two groups in the number of members of one layer and gender.
    """

    groups: tuple[tuple[str, ...], ...]
    unlike: float
    serpentine: float
    strata_gap: int
    balances: tuple[Balance, ...]

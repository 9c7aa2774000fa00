"""Who reviews which application: drawn by a seed, conflicts shut out, the work spread evenly."""

import hashlib
from collections.abc import Mapping


def assign(
    entries: Mapping[str, str], reviewers: Mapping[str, frozenset[str]], each: int, seed: str
) -> dict[str, tuple[str, ...]]:
    """Return for each application its reviewers, fewer than `each` only where no more are free of conflicts.

    `entries`: application → school; `reviewers`: reviewer → schools that are shut out. The same seed gives the same
    answer, so anybody can draw again. Applications with the fewest possible reviewers are served first.
    """
    free = {one: [who for who, shut in reviewers.items() if school not in shut] for one, school in entries.items()}
    load = dict.fromkeys(reviewers, 0)
    found: dict[str, tuple[str, ...]] = {}
    for one in sorted(entries, key=lambda key: (len(free[key]), _lot(seed, key))):
        order = sorted(free[one], key=lambda who, key=one: (load[who], _lot(seed, key, who)))  # type: ignore[misc]
        found[one] = tuple(order[:each])
        for who in found[one]:
            load[who] += 1
    return found


def _lot(seed: str, *parts: str) -> str:
    return hashlib.sha256("\x1f".join((seed, *parts)).encode()).hexdigest()

"""What reviewers together say of an application, and who is recognised. No order of people is made."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PASS = 6.0  # of ten: the mean from which a criterion counts as met


@dataclass(frozen=True, slots=True)
class Judged:
    """Means by criterion, their mean, how far two reviewers are apart at most, whether every criterion is met."""

    means: Mapping[str, float]
    total: float
    spread: float
    meets: bool


def judge(scores: Sequence[Mapping[str, int]], criteria: Sequence[str], lowest: float = PASS) -> Judged:
    """Return the judgement of at least one reviewer's scores (0–10 for each criterion)."""
    means = {key: round(sum(one[key] for one in scores) / len(scores), 2) for key in criteria}
    sums = [sum(one[key] for key in criteria) / len(criteria) for one in scores]
    spread = max((abs(a - b) for a, b in itertools.combinations(sums, 2)), default=0.0)
    total = round(sum(means.values()) / len(means), 2)
    return Judged(means, total, round(spread, 2), all(mean >= lowest for mean in means.values()))


def chosen(judged: Mapping[str, Judged], quota: int | None) -> frozenset[str]:
    """Return who is recognised: whoever meets the criteria; where the quota is smaller, by the mean of scores, those
    who tie at the edge all in.
    """
    fit = {key: one.total for key, one in judged.items() if one.meets}
    if quota is None or len(fit) <= quota:
        return frozenset(fit)
    if quota == 0:
        return frozenset()
    edge = sorted(fit.values(), reverse=True)[quota - 1]
    return frozenset(key for key, total in fit.items() if total >= edge)

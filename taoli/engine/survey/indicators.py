"""Regional indicators: a share of yes with its interval."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from taoli.engine.survey.questions import Question, QuestionKind

Z = 1.959963984540054  # 95 per cent, both sides


@dataclass(frozen=True, slots=True)
class Share:
    """`yes` of `n` people, of `population` who could have been asked; the interval of 95 per cent."""

    yes: int
    n: int
    population: int
    share: float
    low: float
    high: float


def yes_share(question: Question, counts: Sequence[int], n: int, population: int) -> Share:
    """Return the share of the question's good answers. For a question with several answers, of the first good one."""
    first = 1 if question.kind is QuestionKind.SCALE else 0
    good = question.good[:1] if question.kind is QuestionKind.MANY else question.good
    return wilson(sum(counts[one - first] for one in good), n, population)


def wilson(yes: int, n: int, population: int) -> Share:
    """Return the share with Wilson's interval (Wilson 1927, JASA 22:209). Of a finite population the variance shrinks
    by (N-n)/(N-1) (Cochran, Sampling Techniques, 2.6): n counts as n(N-1)/(N-n); when everybody has answered nothing is
    uncertain. The interval knows of chance only, not of who did not answer.
    """
    share = yes / n
    whole = max(population, n)
    if whole == n:
        return Share(yes, n, whole, share, share, share)
    weight = n * (whole - 1) / (whole - n)
    square = Z * Z / weight
    middle = (share + square / 2) / (1 + square)
    half = Z * math.sqrt(share * (1 - share) / weight + square / (4 * weight)) / (1 + square)
    return Share(yes, n, whole, share, max(middle - half, 0.0), min(middle + half, 1.0))

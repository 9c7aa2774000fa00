"""Honours from the totals, and the allowance."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from taoli.engine.facts import Finding
from taoli.engine.scheme.appraisal import Allowance, Honour
from taoli.engine.scheme.vocabulary import AllowanceKind
from taoli.engine.scoring.values import rounded


@dataclass(frozen=True, slots=True)
class Honoured:
    """Who gets an honour (in the order of their ids: the list shows no rank), and what to say about it."""

    mentor_ids: tuple[str, ...]
    findings: tuple[Finding, ...]


def honoured(honour: Honour, totals: Mapping[str, float]) -> Honoured:
    """The mentors within the first n or the top share, ties at the edge included (schemes.md, decision 5: a
    warning when that is more than half). Stars and titles are given by people: nobody here.
    """
    seats = honour.n
    if honour.share is not None:
        seats = ceil(honour.share * len(totals))
    if seats is None:
        return Honoured((), (Finding("given_by_people", {"honour": honour.kind.value}),))
    edge = sorted(totals.values(), reverse=True)[:seats]
    chosen = tuple(sorted(mentor for mentor, total in totals.items() if edge and total >= edge[-1]))
    findings = []
    if len(chosen) > seats:
        findings.append(Finding("ties_at_the_edge", {"chosen": len(chosen), "seats": seats}))
    if len(chosen) * 2 > len(totals):
        findings.append(Finding("more_than_half", {"chosen": len(chosen), "mentors": len(totals)}))
    return Honoured(chosen, tuple(findings))


def allowance_of(allowance: Allowance, students: int, units: int, share: float) -> float | None:
    """The pay of one mentor for a term, `share` being the share of points reached; None while no amount is
    set.
    """
    if allowance.amount is None:
        return None
    times = {AllowanceKind.PER_STUDENT: students, AllowanceKind.PER_GROUP: units, AllowanceKind.FIXED: 1}
    factor = share if allowance.times_factor else 1.0
    return rounded(allowance.amount * times[allowance.kind] * factor)

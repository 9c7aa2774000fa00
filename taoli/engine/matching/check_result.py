"""Recounting what a result says of itself: ranks, counts and the certificate, from the problem and the seats alone."""

from collections.abc import Iterator

from taoli.engine.matching.check import PROMISE_CODES, check
from taoli.engine.matching.cost import soft_cost
from taoli.engine.matching.types import Finding, Matching, Problem, Unit


def check_result(problem: Problem, matching: Matching) -> tuple[Finding, ...]:
    """Every hard rule broken (codes of `check`), then what is said wrongly ("said_wrong" {what, said, counted}).

    That nothing costs less than `bound` is the solver's word; that `cost` and `gap` fit it is counted.
    """
    found = check(problem, matching.seats, open_classes=matching.certificate.open_classes)
    hard = tuple(one for one in found if one.code not in PROMISE_CODES)
    if hard:
        return hard
    said = (*_ranks(problem, matching), *_counts(problem, matching, found))
    return tuple(
        Finding("said_wrong", {"what": what, "said": str(old), "counted": str(new)})
        for what, old, new in said
        if old != new
    )


def _ranks(problem: Problem, matching: Matching) -> Iterator[tuple[str, object, object]]:
    wishes = {one.id: one.wishes for one in problem.students}
    for unit in problem.units:
        wishes |= {one: unit.wishes for one in unit.student_ids if unit.wishes and one in wishes}
    for one, seat in sorted(matching.seats.items()):
        counted = next((place for place, tier in enumerate(wishes[one], 1) if seat in tier), None)
        yield "rank", matching.rank.get(one), counted
    yield "first", matching.stats.first, sum(rank == 1 for rank in matching.rank.values())
    yield "ranked", matching.stats.ranked, sum(rank is not None for rank in matching.rank.values())
    yield "students", matching.stats.students, len(problem.students)


def _counts(problem: Problem, matching: Matching, found: tuple[Finding, ...]) -> Iterator[tuple[str, object, object]]:
    certificate = matching.certificate
    codes = [one.code for one in found]
    yield "broken_rules", certificate.broken_rules, 0
    yield "seed", certificate.seed, problem.seed
    if certificate.promise in {"stable", "no_justified_envy"} and not any(unit.wishes for unit in problem.units):
        yield "justified_envy", certificate.justified_envy, codes.count("justified_envy")
        yield "empty_seat_claims", certificate.empty_seat_claims, codes.count("empty_seat_claim")
        yield "promise", certificate.promise, "no_justified_envy" if "empty_seat_claim" in codes else "stable"
    claimed = [unit for unit in problem.units if unit.claimed_by and _seats(unit, matching)]
    yield "claims", certificate.claims, len(claimed) if any(one.claimed_by for one in problem.units) else 0
    served = sum(bool(_seats(unit, matching) & set(unit.claimed_by)) for unit in claimed)
    yield "claims_served", certificate.claims_served, served
    bound, chooses = certificate.bound, any(unit.wishes for unit in problem.units)
    if certificate.cost is not None and bound is not None and not chooses:
        cost = soft_cost(problem, matching.seats)
        yield "cost", certificate.cost, cost
        yield "bound", bound <= cost, True
        yield "gap", certificate.gap, (cost - bound) / max(abs(cost), 1)
        yield "promise", certificate.promise, "least_cost" if bound == cost else "near_least_cost"


def _seats(unit: Unit, matching: Matching) -> set[str]:
    return {matching.seats[one] for one in unit.student_ids if one in matching.seats}

"""From a settled board to a result: seats, ranks, reasons, moves, counts and the recounted certificate."""

from collections.abc import Mapping
from dataclasses import replace
from math import ceil, isfinite

from taoli.engine.matching.board import NOWHERE
from taoli.engine.matching.check import PROMISE_CODES, check
from taoli.engine.matching.cost import soft_cost
from taoli.engine.matching.prepare import Table
from taoli.engine.matching.programme import SLACK
from taoli.engine.matching.proof import rank_bound, total_cost
from taoli.engine.matching.types import Certificate, Finding, Matching, Move, Problem, Reason, Stats, Unit

TOP = 3


def matching_of(
    table: Table,
    seat: list[int],
    first: list[int],
    repair: str,
    opened: dict[int, frozenset[str]],
    *,
    truthful: bool,
) -> Matching:
    """A matching by fair rules. `first`: the seats of the first allocation; `repair`: why any were left."""
    names = [one.id for one in table.mentors]
    open_classes = {names[m]: tuple(sorted(classes)) for m, classes in sorted(opened.items())}
    seats = {one.id: names[seat[s]] for s, one in enumerate(table.students)}
    moved = tuple(
        Move(one.id, names[first[s]], names[seat[s]], _moved(table, s, seat[s], first[s], repair))
        for s, one in enumerate(table.students)
        if first[s] not in (NOWHERE, seat[s])
    )
    reasons = {one.id: _reason(table, s, seat[s]) for s, one in enumerate(table.students)}
    reasons.update({move.student_id: move.reason for move in moved})
    return Matching(
        seats=seats,
        rank={one.id: table.tiers[s].get(seat[s]) for s, one in enumerate(table.students)},
        reasons=reasons,
        moved=moved,
        certificate=_certify(table, seats, open_classes, truthful=truthful and not moved),
        stats=stats_of(table, seat, len(moved)),
    )


def _moved(table: Table, student: int, now: int, old: int, repair: str) -> Reason:
    tiers = table.tiers[student]
    return Reason(repair, {"from": table.mentors[old].id, "from_rank": tiers.get(old), "rank": tiers.get(now)})


def _reason(table: Table, student: int, mentor: int) -> Reason:
    one = table.students[student]
    if student in table.pins:
        return Reason("pinned", {"note": table.problem.rules.pinned[one.id][1]})
    rank = table.tiers[student].get(mentor)
    if rank is not None:
        return Reason("wish", {"rank": rank, "of": len(one.wishes)})
    return Reason("unranked" if table.tiers[student] else "no_wishes", {"of": len(one.wishes)})


def stats_of(table: Table, seat: list[int], moved: int) -> Stats:
    """The counts printed with every result; loads are of mentors who are present. A draft may have gaps."""
    loads = [0] * len(table.mentors)
    for mentor in seat:
        if mentor != NOWHERE:
            loads[mentor] += 1
    ranks = [table.tiers[s].get(m) for s, m in enumerate(seat)]
    got = [rank for rank in ranks if rank is not None]
    present = [m for m, one in enumerate(table.mentors) if not one.absent]
    targets = [(m, table.mentors[m].target) for m in present]
    return Stats(
        students=len(seat),
        mentors=len(present),
        first=got.count(1),
        top3=sum(rank <= TOP for rank in got),
        ranked=len(got),
        unranked=len(seat) - len(got),
        no_wishes=sum(not tiers for tiers in table.tiers),
        pinned=len(table.pins),
        moved=moved,
        load_min=min((loads[m] for m in present), default=0),
        load_max=max((loads[m] for m in present), default=0),
        off_target=sum(abs(loads[m] - target) for m, target in targets if target is not None),
    )


def satisfied_matching(table: Table, seat: list[int], optimum: list[int], prices: dict[str, int]) -> Matching:
    """A matching by total rank. `optimum`: the seats before the rules, whose `prices` prove the bound."""
    plain = matching_of(table, seat, optimum, "moved_rules", {}, truthful=False)
    total, bound = total_cost(table.problem, plain.seats), rank_bound(table.problem, prices)
    promise = "minimum_rank" if total == bound else "rules_kept"
    certificate = replace(plain.certificate, promise=promise, total_rank=total, bound=bound, prices=prices)
    matching = replace(plain, certificate=certificate)
    return of_units(table, matching) if table.problem.units else matching


def _certify(
    table: Table, seats: Mapping[str, str], open_classes: Mapping[str, tuple[str, ...]], *, truthful: bool
) -> Certificate:
    found = check(table.problem, seats, open_classes=open_classes)
    envy = _count(found, "justified_envy")
    claims = _count(found, "empty_seat_claim")
    return Certificate(
        promise="rules_kept" if envy else "no_justified_envy" if claims else "stable",
        seed=table.problem.seed,
        truthful=truthful,
        broken_rules=sum(one.code not in PROMISE_CODES for one in found),
        justified_envy=envy,
        empty_seat_claims=claims,
        open_classes=open_classes,
        notes=table.notes,
    )


def _count(found: tuple[Finding, ...], code: str) -> int:
    return sum(one.code == code for one in found)


def assigned_matching(table: Table, seat: list[int]) -> Matching:
    """A matching without choice: the reasons name the unit and the homeroom mentor."""
    seats = {one.id: table.mentors[seat[s]].id for s, one in enumerate(table.students)}
    pinned = table.problem.rules.pinned
    reasons = {
        one: Reason("pinned", {"note": pinned[one][1]}) if one in pinned else Reason("assigned") for one in seats
    }
    found = check(table.problem, seats)
    return Matching(
        seats=seats,
        rank={one.id: table.tiers[s].get(seat[s]) for s, one in enumerate(table.students)},
        reasons=reasons | _unit_reasons(table.problem, seats),
        moved=(),
        certificate=Certificate(
            promise="balanced",
            seed=table.problem.seed,
            truthful=False,
            broken_rules=sum(one.code not in PROMISE_CODES for one in found),
            justified_envy=0,
            empty_seat_claims=0,
            open_classes={},
            notes=table.notes,
        ),
        stats=stats_of(table, seat, 0),
    )


def of_units(table: Table, matching: Matching) -> Matching:
    """The same seats told of units: their reasons, the recount with them whole, and the claims served."""
    problem = table.problem
    seat = [table.column[matching.seats[one.id]] for one in table.students]
    old = matching.certificate
    new = _certify(table, matching.seats, old.open_classes, truthful=old.truthful)
    balanced = old.promise == "balanced"
    claims, served = _claims(problem, matching.seats)
    return replace(
        matching,
        reasons={**matching.reasons, **_unit_reasons(problem, matching.seats)},
        certificate=replace(
            old,
            broken_rules=new.broken_rules,
            justified_envy=0 if balanced else new.justified_envy,
            empty_seat_claims=0 if balanced else new.empty_seat_claims,
            claims=claims,
            claims_served=served,
        ),
        stats=stats_of(table, seat, len(matching.moved)),
    )


def _unit_reasons(problem: Problem, seats: Mapping[str, str]) -> dict[str, Reason]:
    return {
        one: unit_reason(problem, unit, seats[one])
        for unit in problem.units
        for one in unit.student_ids
        if one in seats and one not in problem.rules.pinned
    }


def _claims(problem: Problem, seats: Mapping[str, str]) -> tuple[int, int]:
    claimed = [unit for unit in problem.units if unit.claimed_by and any(one in seats for one in unit.student_ids)]
    served = sum(any(seats.get(one) in unit.claimed_by for one in unit.student_ids) for unit in claimed)
    return len(claimed), served


def unit_reason(problem: Problem, unit: Unit, mentor: str) -> Reason:
    """Why this unit is with this mentor."""
    claimed = sorted(set(unit.claimed_by) & {one.id for one in problem.mentors if not one.absent})
    if mentor in claimed:
        code = "claimed" if len(claimed) == 1 else "claimed_by_lot"
        return Reason(code, {"unit": unit.id, "claims": len(claimed)})
    tier = next((place for place, tier in enumerate(unit.wishes, 1) if mentor in tier), None)
    if tier is not None:
        return Reason("unit_wish", {"unit": unit.id, "rank": tier, "of": len(unit.wishes)})
    return Reason("assigned_homeroom" if unit.homeroom_mentor == mentor else "assigned_unit", {"unit": unit.id})


def ruled_matching(table: Table, seat: list[int], bound: float) -> Matching:
    """A matching of mode "ruled". `bound`: no seating costs less."""
    seats = {one.id: table.mentors[seat[s]].id for s, one in enumerate(table.students)}
    cost = soft_cost(table.problem, seats)
    least = min(ceil(bound - SLACK), cost) if isfinite(bound) else None
    certificate = replace(
        _certify(table, seats, {}, truthful=False),
        promise="least_cost" if least == cost else "near_least_cost",
        cost=cost,
        bound=least,
        gap=None if least is None else (cost - least) / max(abs(cost), 1),
    )
    matching = Matching(
        seats=seats,
        rank={one.id: table.tiers[s].get(seat[s]) for s, one in enumerate(table.students)},
        reasons={one.id: _reason(table, s, seat[s]) for s, one in enumerate(table.students)},
        moved=(),
        certificate=certificate,
        stats=stats_of(table, seat, 0),
    )
    return of_units(table, matching) if table.problem.units else matching

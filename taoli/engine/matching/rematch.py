"""Re-matching: who sits now keeps the seat wherever possible; fewest others move, then the ranks are best.

Moves and ranks are two costs of one flow. Fewest moves first is solved on the moves alone and then, among
all seatings that move as few, on the ranks; the points in between weigh a move against ranks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from taoli.engine.matching.ascent import Ints, Seating, among_cheapest, cheapest
from taoli.engine.matching.board import NOWHERE
from taoli.engine.matching.claims import heard
from taoli.engine.matching.obstacles import obstacles
from taoli.engine.matching.options import Options, hand_out, options_of
from taoli.engine.matching.prepare import Table, tabulate
from taoli.engine.matching.proof import rank_bound, total_cost
from taoli.engine.matching.result import matching_of
from taoli.engine.matching.satisfied import keeps_rules, within_rules
from taoli.engine.matching.types import Infeasible, Matching, Move, Outcome, Problem, Reason, Step


@dataclass(frozen=True, slots=True)
class _Round:
    """`now`: the seat a student has and may keep, else NOWHERE; `moved`: 1 for each option that leaves it."""

    table: Table
    current: Mapping[str, str]
    now: list[int]
    options: Options
    moved: Ints


@dataclass(frozen=True, slots=True)
class _Point:
    """A seating with the prices that prove its weighted total, and its number of moves (the displaced included)."""

    seat: list[int]
    prices: Mapping[str, int]
    rank_price: int
    move_price: int
    moves: int = 0
    total_rank: int = 0


def rematch(problem: Problem, current: Mapping[str, str], *, extra_moves: int = 0) -> Outcome:
    """Seats for everybody when mentors have left, students have come, or bounds have changed.

    `current`: student id → mentor id; it may name mentors who are away and miss students: those are displaced.
    Fewest other students are moved, then the total rank is least; `extra_moves` more may move where that
    buys ranks (a point of `dial`). `moved` lists only those who move. Raises ValueError when an id stands twice.
    """
    table = tabulate(heard(problem))
    found = obstacles(table)
    if found:
        return Infeasible(found)
    round_ = _round(table, current)
    fewest, move_prices = _fewest(round_)
    first = fewest if keeps_rules(table, fewest.seat) else _ruled(round_, fewest)
    if isinstance(first, Infeasible):
        return first
    points = _dial(round_, first) if extra_moves else [first]
    chosen = [one for one in points if one.moves <= first.moves + extra_moves][-1]
    return _matching(round_, chosen, move_prices, extra=chosen is not first)


def dial(problem: Problem, current: Mapping[str, str]) -> tuple[Step, ...]:
    """What more moves buy: fewest moves first, then each point where more of them make the ranks better.

    No seating within the loads has fewer moves and as good ranks as a point. Empty when nothing is possible.
    """
    table = tabulate(heard(problem))
    if obstacles(table):
        return ()
    round_ = _round(table, current)
    fewest, _move_prices = _fewest(round_)
    first = fewest if keeps_rules(table, fewest.seat) else _ruled(round_, fewest)
    if isinstance(first, Infeasible):
        return ()
    return tuple(
        Step(one.moves - first.moves, one.moves, one.total_rank, first.total_rank - one.total_rank)
        for one in _dial(round_, first)
    )


def _round(table: Table, current: Mapping[str, str]) -> _Round:
    now = [_kept(table, row, current.get(one.id, "")) for row, one in enumerate(table.students)]
    options = options_of(table, now)
    seated = np.array([now[student] != NOWHERE for student in options.students], dtype=np.bool_)
    return _Round(table, current, now, options, (seated & ~options.stay).astype(np.int32))


def _kept(table: Table, student: int, mentor: str) -> int:
    column = table.column.get(mentor, NOWHERE)
    if student in table.pins:
        return column if table.pins[student] == column else NOWHERE
    return column if column in table.eligible[table.students[student].class_id] else NOWHERE


def _fewest(round_: _Round) -> tuple[_Point, dict[str, int]]:
    """Fewest moves, then least rank; and the prices that prove the moves alone."""
    market = round_.options.market
    moves = cheapest(replace(market, cost=round_.moved))
    ranks = cheapest(among_cheapest(replace(market, cost=round_.moved), moves, market.cost))
    weight = 1 + int(market.cost.max(initial=0)) + 2 * int(np.abs(ranks.price).max(initial=0))
    both = Seating(ranks.taken, ranks.pooled, moves.price * weight + ranks.price)
    return _point(round_, both, 1, weight), _by_id(round_.table, moves.price)


def _ruled(round_: _Round, fewest: _Point) -> _Point | Infeasible:
    """Under rules that leave flow: the exact plan that keeps most seats; the prices still bound it from below."""

    def choose(options: Options) -> Seating:
        moved = (np.array([round_.now[s] != NOWHERE for s in options.students]) & ~options.stay).astype(np.int32)
        market = replace(options.market, cost=moved)
        return cheapest(among_cheapest(market, cheapest(market), options.market.cost))

    now = round_.now
    loads = [now.count(m) for m in range(len(round_.table.mentors))]
    seat = within_rules(round_.table, now, choose, now=now, start=[NOWHERE] * len(now), goals=loads, gap=0)
    return seat if isinstance(seat, Infeasible) else _counted(round_, replace(fewest, seat=seat))


def _dial(round_: _Round, first: _Point) -> list[_Point]:
    """Points from `first` on with more moves and better ranks, those only that keep every rule."""
    last = _best_ranks(round_)
    points = [first]
    for point in (*_between(round_, first, last), last):
        if point.total_rank < points[-1].total_rank and keeps_rules(round_.table, point.seat):
            points.append(point)
    return points


def _between(round_: _Round, few: _Point, many: _Point) -> Iterator[_Point]:
    """The best seatings when a move costs as many ranks as it buys from one point to the other, and so on."""
    if many.moves <= few.moves + 1 or few.total_rank <= many.total_rank:
        return
    buys = (few.total_rank - many.total_rank) // (many.moves - few.moves)
    rank_price, move_price = (1, buys) if buys else (2, 1)
    market = round_.options.market
    cost = market.cost * rank_price + round_.moved * move_price
    point = _point(round_, cheapest(replace(market, cost=cost)), rank_price, move_price)
    if few.moves < point.moves < many.moves:
        yield from _between(round_, few, point)
        yield point
        yield from _between(round_, point, many)


def _best_ranks(round_: _Round) -> _Point:
    """The best ranks of all, then the fewest moves."""
    market = round_.options.market
    ranks = cheapest(market)
    moves = cheapest(among_cheapest(market, ranks, round_.moved))
    weight = 2 + 2 * int(np.abs(moves.price).max(initial=0))
    return _point(round_, Seating(moves.taken, moves.pooled, ranks.price * weight + moves.price), weight, 1)


def _point(round_: _Round, seating: Seating, rank_price: int, move_price: int) -> _Point:
    seat = [NOWHERE] * len(round_.now)
    for student, mentor in round_.table.pins.items():
        seat[student] = mentor
    hand_out(round_.table, round_.options, seating, seat)
    return _counted(round_, _Point(seat, _by_id(round_.table, seating.price), rank_price, move_price))


def _counted(round_: _Round, point: _Point) -> _Point:
    seats = _seats(round_.table, point.seat)
    total = total_cost(round_.table.problem, seats)
    moves = total_cost(round_.table.problem, seats, current=round_.current, rank_price=0, move_price=1)
    return replace(point, moves=moves, total_rank=total)


def _seats(table: Table, seat: list[int]) -> dict[str, str]:
    return {one.id: table.mentors[seat[row]].id for row, one in enumerate(table.students)}


def _by_id(table: Table, price: Ints) -> dict[str, int]:
    return {one.id: int(value) for one, value in zip(table.mentors, price, strict=True)}


def _matching(round_: _Round, point: _Point, move_prices: dict[str, int], *, extra: bool) -> Matching:
    table, problem = round_.table, round_.table.problem
    plain = matching_of(table, point.seat, [NOWHERE] * len(point.seat), "", {}, truthful=False)
    moved = tuple(_moves(round_, plain))
    kept = {one: Reason("kept", {"rank": rank}) for one, rank in plain.rank.items() if one not in problem.rules.pinned}
    least = rank_bound(problem, move_prices, current=round_.current, rank_price=0, move_price=1)
    weighed = rank_bound(
        problem, point.prices, current=round_.current, rank_price=point.rank_price, move_price=point.move_price
    )
    bound = -((point.move_price * point.moves - weighed) // point.rank_price)
    proved = point.total_rank == bound and (extra or point.moves == least)
    certificate = replace(
        plain.certificate,
        promise=("least_rank_for_moves" if extra else "fewest_moves") if proved else "rules_kept",
        total_rank=point.total_rank,
        bound=bound,
        prices=point.prices,
        rank_price=point.rank_price,
        move_price=point.move_price,
        displaced=round_.now.count(NOWHERE),
        moves_bound=least,
        move_prices=move_prices,
    )
    return replace(
        plain,
        reasons={**plain.reasons, **kept, **{one.student_id: one.reason for one in moved}},
        moved=moved,
        certificate=certificate,
        stats=replace(plain.stats, moved=len(moved)),
    )


def _moves(round_: _Round, plain: Matching) -> Iterator[Move]:
    for row, one in enumerate(round_.table.students):
        old, new = round_.current.get(one.id, ""), plain.seats[one.id]
        if old != new:
            yield Move(one.id, old, new, _reason(round_, row, old, plain.rank[one.id]))


def _reason(round_: _Round, row: int, old: str, rank: int | None) -> Reason:
    """Why a student moves: displaced, for a better rank, or to make room for others."""
    table = round_.table
    column = table.column.get(old)
    before = None if column is None else table.tiers[row].get(column)
    if row in table.pins:
        return Reason("pinned", {"note": table.problem.rules.pinned[table.students[row].id][1]})
    if round_.now[row] == NOWHERE:
        return Reason("displaced", {"cause": _cause(table, old, column), "from_rank": before, "rank": rank})
    end = len(table.students[row].wishes) + 1
    code = "moved_better" if (rank or end) < (before or end) else "made_room"
    return Reason(code, {"from_rank": before, "rank": rank})


def _cause(table: Table, old: str, column: int | None) -> str:
    if column is None:
        return "mentor_left" if old else "no_seat_before"
    return "mentor_absent" if table.mentors[column].absent else "not_eligible"

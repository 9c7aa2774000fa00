"""Most satisfied: the least total rank, against OR-Tools and by the independent check of the prices."""

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import count
from random import Random

import pytest

from taoli.engine.matching import (
    Finding,
    Infeasible,
    Matching,
    Problem,
    Rules,
    Unit,
    check_prices,
    explain_student,
    rank_bound,
    solve_most_satisfied,
    total_cost,
)
from tests.engine.matching.cast import FREE, hard, impossible, matched, mentor, student
from tests.engine.matching.oracle import dice, flow_round, least_total, shuffled
from tests.engine.rounds import ROUNDS


@cache
def solved() -> tuple[tuple[Problem, Matching], ...]:
    """The first rounds that can be solved, each with its result."""
    found: list[tuple[Problem, Matching]] = []
    for seed in count():
        problem = flow_round(dice(seed))
        result = solve_most_satisfied(problem)
        if isinstance(result, Matching):
            found.append((problem, result))
        if len(found) == ROUNDS:
            return tuple(found)
    raise AssertionError


def test_the_total_rank_is_that_of_or_tools_and_the_prices_prove_it() -> None:
    prices: Counter[str] = Counter()
    for problem, result in solved():
        proof, best = result.certificate, least_total(problem)
        assert (proof.promise, proof.total_rank, proof.bound) == ("minimum_rank", best, best)
        assert hard(problem, dict(result.seats)) == []
        assert len(result.seats) == len(problem.students)
        assert check_prices(problem, result.seats, proof.prices) == ()
        prices.update({"dear" if price > 0 else "cheap" for price in proof.prices.values() if price})
    assert min(prices["dear"], prices["cheap"]) >= ROUNDS // 10, prices


def test_everyone_is_seated_whenever_or_tools_can_seat_everyone() -> None:
    for seed in range(ROUNDS):
        problem = flow_round(dice(seed))
        result = solve_most_satisfied(problem)
        assert isinstance(result, Infeasible) == (least_total(problem) is None)
        assert isinstance(result, Matching) or result.findings


def test_neither_order_nor_names_matter() -> None:
    for seed, (problem, result) in enumerate(solved()):
        chance = dice(seed)
        assert solve_most_satisfied(shuffled(problem, chance)) == result
        renamed = matched(solve_most_satisfied(_renamed(problem, chance)))
        assert renamed.certificate.total_rank == result.certificate.total_rank


def _renamed(problem: Problem, chance: Random) -> Problem:
    ids = [*(one.id for one in problem.students), *(one.id for one in problem.mentors)]
    fresh = [f"n{one}" for one in range(len(ids))]
    chance.shuffle(fresh)
    new = dict(zip(ids, fresh, strict=True))
    pinned = {new[one]: (new[to], why) for one, (to, why) in problem.rules.pinned.items()}
    return replace(
        problem,
        students=tuple(
            replace(one, id=new[one.id], wishes=tuple(tuple(new.get(m, m) for m in tier) for tier in one.wishes))
            for one in problem.students
        ),
        mentors=tuple(replace(one, id=new[one.id]) for one in problem.mentors),
        rules=replace(problem.rules, pinned=pinned),
    )


def test_one_more_seat_never_worsens_the_optimum() -> None:
    for seed, (problem, result) in enumerate(solved()):
        more = problem.mentors[seed % len(problem.mentors)].id
        mentors = tuple(replace(one, max=one.max + (one.id == more)) for one in problem.mentors)
        after = matched(solve_most_satisfied(replace(problem, mentors=mentors)))
        assert (after.certificate.total_rank or 0) <= (result.certificate.total_rank or 0)


def test_a_worse_seat_and_a_broken_price_are_caught() -> None:
    swaps = broken = 0
    for problem, result in solved():
        proof = result.certificate
        for one, other in zip(sorted(result.seats), sorted(result.seats)[1:], strict=False):
            swapped = {**result.seats, one: result.seats[other], other: result.seats[one]}
            if total_cost(problem, swapped) > (proof.total_rank or 0):
                swaps += 1
                assert check_prices(problem, swapped, proof.prices) != () or hard(problem, swapped)
        for name in proof.prices:
            wrong = {**proof.prices, name: proof.prices[name] + 9}
            if rank_bound(problem, wrong) < (proof.bound or 0):
                broken += 1
                assert check_prices(problem, result.seats, wrong) != ()
    assert min(swaps, broken) > ROUNDS


def test_no_prices_prove_more_than_the_optimum() -> None:
    for seed, (problem, result) in enumerate(solved()):
        chance = dice(seed)
        prices = {one.id: chance.randint(-3, 3) for one in problem.mentors if one.max and not one.absent}
        assert rank_bound(problem, prices) <= (result.certificate.total_rank or 0)


def test_the_seat_goes_where_it_saves_most_ranks_whatever_the_lottery_says() -> None:
    students = (student("a", "x q q y"), student("b", "x y"))
    for seed in range(4):
        result = matched(solve_most_satisfied(Problem(students, (mentor("x"), mentor("y")), FREE, seed)))
        assert result.seats == {"a": "x", "b": "y"}
        assert result.certificate.total_rank == 3
        assert result.moved == ()


def test_a_minimum_nobody_asked_for_is_met_at_the_least_cost_and_proved_by_a_price_below_nought() -> None:
    students = (student("a", "x"), student("b", "x y"), student("c", "x z y"))
    mentors = (mentor("x", 3), mentor("y", 3, 1))
    problem = Problem(students, mentors, FREE)
    result = matched(solve_most_satisfied(problem))
    assert result.certificate.total_rank == 4
    assert result.certificate.prices == {"x": 0, "y": -1}
    moved = next(one for one, seat in result.seats.items() if seat == "y")
    assert explain_student(problem, result, moved)[0] == Finding(
        "wish_rule", {"mentor": "x", "rank": 1, "rule": "minimum_loads"}
    )


def test_those_outside_their_wishes_are_spread_evenly() -> None:
    students = tuple(student(f"s{one}", class_id=str(one % 2)) for one in range(8))
    mentors = (mentor("x", 8, 1), mentor("y", 8), mentor("z", 8, target=2), mentor("w", 8, target=2))
    result = matched(solve_most_satisfied(Problem(students, mentors, FREE)))
    assert Counter(result.seats.values()) == {"z": 1, "w": 1, "x": 3, "y": 3}


def test_bad_wishes_cost_what_they_say_and_no_more() -> None:
    students = (student("a", "q x x y"), student("b"), student("c", "=x y"))
    mentors = (mentor("x", 1), mentor("y", 2), mentor("none", 0))
    result = matched(solve_most_satisfied(Problem(students, mentors, FREE)))
    assert result.rank == {"a": 2, "b": None, "c": 2}
    assert result.certificate.total_rank == 5


def test_too_few_seats_and_nobody_eligible_are_reported() -> None:
    few = impossible(solve_most_satisfied(Problem((student("a"), student("b")), (mentor("x"),), FREE)))
    assert few[0].code == "seats_short"
    taught = Rules(None, teaches_class=True)
    nobody = Problem((student("a", "x", class_id="1"),), (mentor("x", 2, classes=frozenset("2")),), taught)
    assert impossible(solve_most_satisfied(nobody))[0].code == "nobody_eligible"
    assert matched(solve_most_satisfied(Problem((), ()))).certificate.total_rank == 0


@pytest.mark.parametrize(
    "rules",
    [
        Rules(1),
        Rules(None, apart=(frozenset({"s0", "s2"}),)),
        Rules(None, together=(frozenset({"s0", "s1"}),)),
        Rules(None, category_cap={"k": 1}),
    ],
)
def test_rules_that_leave_flow_are_kept_and_the_bound_stays_true(rules: Rules) -> None:
    students = tuple(
        student(
            f"s{one}", "x y" if one % 2 == 0 else "y x", class_id=str(one % 3), categories=frozenset("k" * (one < 2))
        )
        for one in range(6)
    )
    problem = Problem(students, (mentor("x", 4, 1), mentor("y", 4, 1), mentor("z", 4)), rules)
    result = matched(solve_most_satisfied(problem))
    proof = result.certificate
    assert hard(problem, dict(result.seats)) == []
    assert (proof.bound or 0) == least_total(replace(problem, rules=FREE))
    assert (proof.total_rank or 0) >= (proof.bound or 0)
    assert proof.promise == ("minimum_rank" if proof.total_rank == proof.bound else "rules_kept")
    assert {move.reason.code for move in result.moved} <= {"moved_rules"}


def test_units_stay_whole_and_rules_without_a_way_out_are_named() -> None:
    students = tuple(student(f"s{one}", "x y" if one % 2 else "y x") for one in range(4))
    mentors = (mentor("x", 2), mentor("y", 2))
    units = (Unit("u", ("s0", "s1")), Unit("v", ("s2", "s3")))
    result = matched(solve_most_satisfied(Problem(students, mentors, FREE, units=units)))
    assert result.seats["s0"] == result.seats["s1"] != result.seats["s2"] == result.seats["s3"]
    apart = Rules(None, apart=(frozenset({"s0", "s1"}),))
    assert (
        impossible(solve_most_satisfied(Problem(students, mentors, apart, units=units)))[0].code == "together_and_apart"
    )


def test_a_student_reads_that_places_are_full_and_nothing_of_others() -> None:
    students = [student(one, "x y") for one in ("ann", "bob")]
    problem = Problem(tuple(students), (mentor("x", marks={"ann": "first"}), mentor("y")), FREE)
    result = matched(solve_most_satisfied(problem))
    out = next(one for one, seat in result.seats.items() if seat == "y")
    full, seat = explain_student(problem, result, out)
    assert full == Finding("wish_full", {"mentor": "x", "rank": 1, "seats": 1, "decided": "total_rank"})
    assert seat.params["rank"] == 2


def test_the_checker_names_prices_that_nothing_earns() -> None:
    problem = Problem((student("a", "x"),), (mentor("x", 2), mentor("y", 1), mentor("off", 1, absent=True)), FREE)
    assert check_prices(problem, {"a": "x"}, {}) == ()
    assert check_prices(problem, {"a": "x"}, {"off": 1, "gone": 0, "x": 1}) == (
        Finding("price_without_seats", {"mentor": "off", "price": 1}),
        Finding("price_not_earned", {"mentor": "x", "price": 1, "load": 1}),
    )
    assert check_prices(problem, {"a": "y"}, {}) == (Finding("cheaper_seat", {"student": "a", "mentor": "y", "by": 1}),)
    assert check_prices(problem, {}, {}) == ()


def test_a_mentor_who_may_take_every_class_counts_in_the_proof() -> None:
    taught = Rules(None, teaches_class=True)
    mentors = (mentor("x", everywhere=True), mentor("y", classes=frozenset("1")))
    problem = Problem((student("a", "x", class_id="1"),), mentors, taught)
    certificate = matched(solve_most_satisfied(problem)).certificate
    assert (certificate.promise, certificate.total_rank, certificate.bound) == ("minimum_rank", 1, 1)

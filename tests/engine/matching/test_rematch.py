"""Re-matching against brute force on small, tight rounds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count, product
from random import Random

from taoli.engine.matching import (
    Infeasible,
    Matching,
    Problem,
    Rules,
    Step,
    Student,
    check_prices,
    dial,
    rank_bound,
    rematch,
    solve_most_satisfied,
)
from tests.engine.matching.cast import FREE, hard, impossible, matched, mentor, student
from tests.engine.matching.oracle import dice, shuffled
from tests.engine.rounds import ROUNDS

IDS = tuple(f"s{one}" for one in range(8))


def tight(chance: Random) -> tuple[Problem, dict[str, str]]:
    """At most eight students, hardly a seat to spare; one mentor may be away, students have come or gone."""
    size = chance.randint(3, 8)
    names = "wxyz"[: chance.randint(2, 4)]
    seats = Counter(chance.choices(names, k=size + chance.choice((0, 0, 1))))
    taught = {one: frozenset(chance.choice(("12", "12", "1", "2"))) for one in names}
    mentors = [mentor(one, seats[one], chance.choice((0, 0, min(1, seats[one]))), classes=taught[one]) for one in names]
    away = chance.choice(names)
    mentors = [replace(one, absent=True) if one.id == away else replace(one, max=one.max + 1) for one in mentors]
    students = tuple(
        Student(
            one, class_id=chance.choice("12"), wishes=tuple((m,) for m in chance.sample(names, chance.randint(0, 2)))
        )
        for one in IDS[:size]
    )
    current = {one.id: chance.choice(names) for one in students if chance.random() < 0.9}
    pinned = {one.id: (chance.choice(names), "why") for one in students if chance.random() < 0.03}
    rules = Rules(None, teaches_class=chance.random() < 0.3, pinned=pinned)
    return Problem(students, tuple(mentors), rules, chance.randint(0, 99)), {**current, "gone": "x"}


def front(problem: Problem, current: dict[str, str]) -> dict[int, int]:
    """Every seating within the loads, by counting: moves → least total rank."""
    names = [one.id for one in problem.mentors if not one.absent]
    states: dict[tuple[int, ...], dict[int, int]] = {(0,) * len(names): {0: 0}}
    for one in problem.students:
        after: dict[tuple[int, ...], dict[int, int]] = {}
        for loads, best in states.items():
            for at, cost, moved in _choices(problem, one, names, current):
                room = tuple(load + (place == at) for place, load in enumerate(loads))
                for moves, total in best.items():
                    there = after.setdefault(room, {})
                    there[moves + moved] = min(there.get(moves + moved, 99), total + cost)
        states = after
    found: dict[int, int] = {}
    bounds = {one.id: one for one in problem.mentors}
    for loads, best in states.items():
        if all(bounds[m].min <= load <= bounds[m].max for m, load in zip(names, loads, strict=True)):
            for moves, total in best.items():
                found[moves] = min(found.get(moves, 99), total)
    return found


def _choices(
    problem: Problem, one: Student, names: list[str], current: dict[str, str]
) -> Iterator[tuple[int, int, bool]]:
    pin = problem.rules.pinned.get(one.id)
    classes = {m.id: m.classes for m in problem.mentors}
    for at, name in enumerate(names):
        allowed = name == pin[0] if pin else not problem.rules.teaches_class or one.class_id in classes[name]
        if allowed:
            tiers = [tier for tier, ids in enumerate(one.wishes, 1) if name in ids]
            yield at, min(tiers, default=len(one.wishes) + 1), current.get(one.id) != name


@cache
def solved() -> tuple[tuple[Problem, dict[str, str], Matching], ...]:
    """The first tight rounds that can be re-matched."""
    found: list[tuple[Problem, dict[str, str], Matching]] = []
    for seed in count():
        problem, current = tight(dice(seed))
        result = rematch(problem, current)
        if isinstance(result, Matching):
            found.append((problem, current, result))
        else:
            assert front(problem, current) == {}
        if len(found) == ROUNDS:
            return tuple(found)
    raise AssertionError


def moves_of(problem: Problem, current: dict[str, str], result: Matching) -> int:
    return sum(current.get(one.id) != result.seats[one.id] for one in problem.students)


def test_fewest_move_and_then_the_ranks_are_best() -> None:
    forced = 0
    for problem, current, result in solved():
        possible = front(problem, current)
        fewest = min(possible)
        proof = result.certificate
        assert hard(problem, dict(result.seats)) == []
        assert moves_of(problem, current, result) == len(result.moved) == fewest == result.stats.moved
        assert (proof.total_rank, proof.bound) == (possible[fewest], possible[fewest])
        assert proof.promise == "fewest_moves"
        assert proof.displaced is not None
        assert proof.moves_bound == fewest >= proof.displaced
        forced += fewest > proof.displaced
    assert forced >= ROUNDS // 10


def test_the_bounds_can_be_recounted_from_the_prices_alone() -> None:
    for problem, current, result in solved():
        proof = result.certificate
        weights = {"rank_price": proof.rank_price, "move_price": proof.move_price}
        assert check_prices(problem, result.seats, proof.move_prices, current=current, rank_price=0, move_price=1) == ()
        assert check_prices(problem, result.seats, proof.prices, current=current, **weights) == ()
        bound = rank_bound(problem, proof.prices, current=current, **weights)
        assert bound == proof.move_price * len(result.moved) + proof.rank_price * (proof.total_rank or 0)


@cache
def dials() -> tuple[tuple[Step, ...], ...]:
    return tuple(dial(problem, current) for problem, current, _result in solved())


def test_every_point_of_the_dial_is_the_best_for_its_number_of_moves() -> None:
    longer = 0
    for (problem, current, result), steps in zip(solved(), dials(), strict=True):
        possible = front(problem, current)
        assert (steps[0].extra_moves, steps[0].moves, steps[0].total_rank) == (
            0,
            min(possible),
            possible[min(possible)],
        )
        for step in steps:
            assert step.total_rank == min(total for moves, total in possible.items() if moves <= step.moves)
            assert step.ranks_gained == (result.certificate.total_rank or 0) - step.total_rank
        assert steps[-1].total_rank == min(possible.values())
        longer += len(steps) > 1
    assert longer >= ROUNDS // 5


def test_extra_moves_are_never_exceeded_and_never_wasted() -> None:
    for place, ((problem, current, _result), steps) in enumerate(zip(solved(), dials(), strict=True)):
        extra = place % 5
        step = [one for one in steps if one.extra_moves <= extra][-1]
        result = matched(rematch(problem, current, extra_moves=extra))
        proof = result.certificate
        assert (len(result.moved), proof.total_rank, proof.bound) == (step.moves, step.total_rank, step.total_rank)
        assert proof.promise == ("least_rank_for_moves" if step.extra_moves else "fewest_moves")


def test_the_order_of_the_input_does_not_matter() -> None:
    for seed, (problem, current, result) in enumerate(solved()):
        chance = dice(seed)
        items = list(current.items())
        chance.shuffle(items)
        assert rematch(shuffled(problem, chance), dict(items)) == result


def test_under_rules_that_leave_flow_too_the_fewest_move() -> None:
    for seed in range(ROUNDS):
        chance = dice(seed)
        problem, current = tight(chance)
        students = problem.students[:4]
        rules = replace(
            problem.rules,
            pinned={one: pin for one, pin in problem.rules.pinned.items() if one in IDS[:4]},
            max_classes_per_mentor=chance.choice((None, 1)),
            apart=(frozenset(chance.sample(IDS[:3], 2)),),
            together=((frozenset(IDS[2:4]),) if chance.random() < 0.3 else ()),
        )
        problem = replace(problem, students=students, rules=rules)
        result = rematch(problem, current)
        possible = list(_kept(problem, current))
        if isinstance(result, Infeasible):
            assert possible == []
            continue
        assert hard(problem, dict(result.seats)) == []
        assert len(result.moved) == min(possible)
        assert (result.certificate.moves_bound or 0) <= min(possible)
        if seed % 20 == 0:
            assert dial(problem, current)[0].moves == min(possible)


def _kept(problem: Problem, current: dict[str, str]) -> Iterator[int]:
    ids = [one.id for one in problem.students]
    for choice in product([one.id for one in problem.mentors], repeat=len(ids)):
        seats = dict(zip(ids, choice, strict=True))
        if not hard(problem, seats):
            yield sum(current.get(one) != seat for one, seat in seats.items())


def test_each_move_says_why() -> None:
    students = (
        student("a", "x y", class_id="1"),
        student("b", "x y", class_id="1"),
        student("c", "y x", class_id="1"),
        student("new", class_id="1"),
        student("pin", "x", class_id="1"),
        student("other", "y", class_id="2"),
        student("old", "z", class_id="1"),
    )
    mentors = (
        mentor("x", 2, classes=frozenset("1")),
        mentor("y", 4, classes=frozenset("12")),
        mentor("z", 4, absent=True),
        mentor("w", 2, 1, classes=frozenset("1")),
    )
    rules = Rules(None, teaches_class=True, pinned={"pin": ("y", "speciality")})
    current = {"a": "x", "b": "gone", "c": "z", "pin": "x", "other": "x", "old": "y"}
    result = matched(rematch(Problem(students, mentors, rules), current))
    why = {one.student_id: (one.from_mentor, one.reason.code, one.reason.params.get("cause")) for one in result.moved}
    assert why == {
        "b": ("gone", "displaced", "mentor_left"),
        "c": ("z", "displaced", "mentor_absent"),
        "new": ("", "displaced", "no_seat_before"),
        "other": ("x", "displaced", "not_eligible"),
        "pin": ("x", "pinned", None),
    }
    assert result.reasons["a"].code == "kept"
    assert result.certificate.displaced == 5
    assert result.rank["c"] == 1


def test_who_makes_room_is_moved_and_who_gains_by_more_moves_too() -> None:
    """Only class 1 may go to x, which is full of them; a newcomer of class 2 can only take y's one seat."""
    students = (student("a", "y x", class_id="1"), student("n", class_id="2"))
    mentors = (mentor("x", 1, classes=frozenset("1")), mentor("y", 1, classes=frozenset("12")))
    result = matched(rematch(Problem(students, mentors, Rules(teaches_class=True)), {"a": "y"}))
    assert [(one.student_id, one.reason.code) for one in result.moved] == [("a", "made_room"), ("n", "displaced")]
    assert (result.certificate.displaced, result.certificate.moves_bound) == (1, 2)
    swap = Problem((student("a", "y x"), student("b", "x y")), (mentor("x"), mentor("y")), FREE)
    assert matched(rematch(swap, {"a": "x", "b": "y"})).moved == ()
    better = matched(rematch(swap, {"a": "x", "b": "y"}, extra_moves=2))
    assert {one.reason.code for one in better.moved} == {"moved_better"}


def test_from_nothing_it_is_the_most_satisfied_seating_and_what_cannot_be_is_said() -> None:
    for seed in range(ROUNDS):
        problem, _current = tight(dice(seed))
        first, again = solve_most_satisfied(problem), rematch(problem, {})
        if isinstance(first, Matching):
            assert matched(again).certificate.total_rank == first.certificate.total_rank
    few = Problem((student("a"), student("b")), (mentor("x"),), FREE)
    assert impossible(rematch(few, {"a": "x"}))[0].code == "seats_short"
    assert dial(few, {"a": "x"}) == ()
    together = Rules(None, together=(frozenset("ab"), frozenset("cd"), frozenset("ef")))
    six = Problem(tuple(student(one) for one in "abcdef"), (mentor("x", 3), mentor("y", 3)), together)
    assert impossible(rematch(six, {}))[0].code == "rules_conflict"
    assert dial(six, {}) == ()

"""What fair mode promises, against brute force on small rounds."""

from dataclasses import replace
from itertools import combinations, permutations, product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from taoli.engine.matching import (
    Infeasible,
    Matching,
    Problem,
    Unit,
    check,
    lottery_places,
    solve_assigned,
    solve_fair,
)
from tests.engine.matching.cast import (
    FREE,
    MENTORS,
    any_seating,
    hard,
    matched,
    mentor,
    rounds,
    ruled_rounds,
    student,
)
from tests.engine.matching.oracle import dice, shuffled
from tests.engine.rounds import ROUNDS

small = settings(max_examples=ROUNDS, deadline=None, derandomize=True)
OUTSIDE = "spare"


def wishes_of(problem: Problem) -> dict[str, list[str]]:
    return {one.id: [tier[0] for tier in one.wishes] for one in problem.students}


def stable(problem: Problem, seats: dict[str, str], wishes: dict[str, list[str]]) -> bool:
    """Stability by its definition, written without the engine's checker."""
    places = lottery_places(problem)
    for one in problem.mentors:
        group = [s for s, m in seats.items() if m == one.id]
        if len(group) > one.max:
            return False
        level = {s: ({"first": 0, "fine": 1}.get(one.marks.get(s, ""), 2), places[s]) for s in seats}
        for s, listed in wishes.items():
            if one.id not in listed or (seats[s] in listed and listed.index(seats[s]) <= listed.index(one.id)):
                continue
            if len(group) < one.max or any(level[s] < level[other] for other in group):
                return False
    return True


@small
@given(rounds())
def test_fair_is_best_for_every_student_among_all_stable_matchings(problem: Problem) -> None:
    result = matched(solve_fair(problem))
    wishes = wishes_of(problem)
    assert stable(problem, dict(result.seats), wishes)
    assert result.certificate.promise == "stable"
    best: dict[str, int] = dict.fromkeys(wishes, 9)
    for choice in product(*([*listed, OUTSIDE] for listed in wishes.values())):
        seats = dict(zip(wishes, choice, strict=True))
        if stable(problem, seats, wishes):
            for one, seat in seats.items():
                best[one] = min(best[one], wishes[one].index(seat) + 1 if seat != OUTSIDE else 9)
    assert {one: result.rank[one] or 9 for one in wishes} == best


@small
@given(rounds(), st.integers(0, 5))
def test_no_student_gains_by_misreporting(problem: Problem, drawn: int) -> None:
    """One drawn student tries every lie there is; all try it over the rounds."""
    truth = matched(solve_fair(problem))
    assert truth.certificate.truthful
    wishes = wishes_of(problem)
    place = drawn % len(problem.students)
    liar = problem.students[place]
    for lie in (order for size in range(len(MENTORS) + 1) for order in permutations(MENTORS, size)):
        told = replace(liar, wishes=tuple((one,) for one in lie))
        students = (*problem.students[:place], told, *problem.students[place + 1 :])
        seat = matched(solve_fair(replace(problem, students=students))).seats[liar.id]
        got = wishes[liar.id].index(seat) + 1 if seat in wishes[liar.id] else 9
        assert got >= (truth.rank[liar.id] or 9), (liar, lie)


@small
@given(rounds(), st.sampled_from(MENTORS))
def test_one_more_seat_leaves_no_student_worse(problem: Problem, name: str) -> None:
    before = matched(solve_fair(problem))
    more = tuple(replace(one, max=one.max + (one.id == name)) for one in problem.mentors)
    after = matched(solve_fair(replace(problem, mentors=more)))
    assert all((after.rank[one] or 9) <= (before.rank[one] or 9) for one in before.rank)


@small
@given(rounds())
def test_the_names_of_mentors_do_not_matter(problem: Problem) -> None:
    new = {"x": "zz", "y": "aa", "z": "mm", OUTSIDE: "bb"}
    students = tuple(replace(one, wishes=tuple((new[tier[0]],) for tier in one.wishes)) for one in problem.students)
    mentors = tuple(replace(one, id=new[one.id]) for one in problem.mentors)
    renamed = matched(solve_fair(replace(problem, students=students, mentors=mentors)))
    assert renamed.rank == matched(solve_fair(problem)).rank


@small
@given(ruled_rounds(), st.integers(0, 9))
def test_every_rule_is_kept_or_no_seating_could_keep_them_all_in_any_order(problem: Problem, seed: int) -> None:
    possible = any_seating(problem)
    for solve in (solve_fair, solve_assigned):
        result = solve(problem)
        assert isinstance(result, Matching) == possible, (solve, result)
        if isinstance(result, Matching):
            assert hard(problem, dict(result.seats)) == []
            assert result.certificate.broken_rules == 0
        else:
            assert result.findings
        assert solve(shuffled(problem, dice(seed))) == result


@small
@given(ruled_rounds(), st.integers(1, 3))
def test_units_stay_whole_or_no_seating_could_keep_them(problem: Problem, size: int) -> None:
    ids = [one.id for one in problem.students]
    units = tuple(Unit(f"u{at}", tuple(ids[at : at + size]), homeroom_mentor="x") for at in range(0, len(ids), size))
    problem = replace(problem, units=units)
    result = solve_assigned(problem)
    if isinstance(result, Infeasible):
        assert not any_seating(problem), result
    else:
        assert hard(problem, dict(result.seats)) == []


def minimums(problem: Problem) -> Problem:
    return replace(problem, mentors=tuple(replace(one, min=min(one.max, 1)) for one in problem.mentors))


@small
@given(rounds())
def test_a_repair_of_minimum_loads_leaves_no_justified_envy(problem: Problem) -> None:
    problem = minimums(problem)
    result = solve_fair(problem)
    if isinstance(result, Matching):
        assert hard(problem, dict(result.seats)) == []
        assert [one for one in check(problem, result.seats) if one.code == "justified_envy"] == []
        assert result.certificate.promise in {"stable", "no_justified_envy"}
        assert result.stats.moved == len(result.moved)
    else:
        assert not any_seating(problem)


@small
@given(rounds())
def test_the_same_input_gives_the_same_result_and_another_seed_only_another_lottery(problem: Problem) -> None:
    assert solve_fair(problem) == solve_fair(problem)
    other = matched(solve_fair(replace(problem, seed=problem.seed + 1)))
    assert other.certificate.promise == "stable"


def test_the_lottery_treats_all_alike() -> None:
    """Two students, one seat: over many seeds each wins about half."""

    def winner(seed: int) -> Any:
        mentors = (mentor("x", 1), mentor("y", 1))
        students = (student("a", "x"), student("b", "x"))
        return matched(solve_fair(Problem(students, mentors, FREE, seed))).rank["a"]

    assert 80 < sum(winner(seed) == 1 for seed in range(200)) < 120


def test_pairs_of_students_draw_independent_places() -> None:
    few = lottery_places(Problem((student("a"), student("b")), (), FREE, 7))
    many = lottery_places(Problem(tuple(student(one) for one in "abcdef"), (), FREE, 7))
    for one, other in combinations("ab", 2):
        assert (few[one] < few[other]) == (many[one] < many[other])

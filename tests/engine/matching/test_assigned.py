from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taoli.engine.matching import Finding, Problem, Rules, Unit, programme, quotas, solve_assigned, solve_fair
from taoli.engine.matching.core import conflict
from taoli.engine.matching.prepare import tabulate
from tests.engine.matching.cast import FREE, hard, impossible, matched, mentor, student
from tests.engine.rounds import ROUNDS


def classes(count: int, size: int) -> tuple:  # type: ignore[type-arg]
    return tuple(
        student(
            f"s{one}-{place:02d}",
            class_id=str(one),
            layer=("upper", "middle", "lower")[place % 3],
            gender="fm"[place % 2],
        )
        for one in range(count)
        for place in range(size)
    )


def test_loads_differ_by_at_most_one_and_mentors_take_at_most_two_classes() -> None:
    mentors = tuple(mentor(f"m{one}", 10, 5) for one in range(7))
    result = matched(solve_assigned(Problem(classes(3, 20), mentors)))
    assert result.stats.load_max - result.stats.load_min == 1
    assert result.certificate.promise == "balanced"
    assert result.certificate.broken_rules == 0
    assert {reason.code for reason in result.reasons.values()} == {"assigned"}
    assert set(result.rank.values()) == {None}


def test_layers_and_genders_are_dealt_evenly_inside_a_class() -> None:
    students = classes(1, 24)
    result = matched(solve_assigned(Problem(students, tuple(mentor(f"m{one}", 6) for one in range(4)))))
    for trait in ("layer", "gender"):
        counts = Counter((result.seats[one.id], getattr(one, trait)) for one in students)
        for value in {getattr(one, trait) for one in students}:
            of_mentors = [counts[f"m{one}", value] for one in range(4)]
            assert max(of_mentors) - min(of_mentors) <= 1


def test_targets_are_reached_and_the_rest_is_shared() -> None:
    mentors = (mentor("x", 9, target=6), mentor("y", 9), mentor("z", 9), mentor("away", 9, absent=True))
    result = matched(solve_assigned(Problem(classes(1, 10), mentors)))
    assert Counter(result.seats.values()) == {"x": 6, "y": 2, "z": 2}
    assert result.stats.off_target == 0


def test_mentors_lie_near_the_classes_they_teach() -> None:
    mentors = (mentor("x", 9, classes=frozenset("1")), mentor("y", 9, classes=frozenset("0")))
    result = matched(solve_assigned(Problem(classes(2, 4), mentors, Rules(1))))
    assert {result.seats[f"s0-0{one}"] for one in range(4)} == {"y"}
    assert {result.seats[f"s1-0{one}"] for one in range(4)} == {"x"}


def test_units_go_whole_and_to_their_homeroom_mentor_first() -> None:
    students = classes(2, 16)
    units = tuple(
        Unit(f"g{at}", tuple(one.id for one in students[at : at + 8]), students[at].class_id, f"h{at // 16}")
        for at in range(0, 32, 8)
    )
    mentors = (mentor("h0", 20), mentor("h1", 20), mentor("m", 8), mentor("n", 8))
    problem = Problem(students, mentors, Rules(1), 3, units)
    result = matched(solve_assigned(problem))
    assert hard(problem, dict(result.seats)) == []
    assert Counter(result.seats.values()) == {"h0": 8, "h1": 8, "m": 8, "n": 8}
    assert Counter(reason.code for reason in result.reasons.values()) == {
        "assigned_homeroom": 16,
        "assigned_unit": 16,
    }
    assert result.reasons["s0-00"].params["unit"] == "g0"


def test_a_homeroom_mentor_with_a_higher_target_takes_more_units() -> None:
    students = classes(1, 24)
    ids = [one.id for one in students]
    units = tuple(Unit(f"g{at}", tuple(ids[at : at + 8]), "0", "h") for at in range(0, 24, 8))
    problem = Problem(students, (mentor("h", 20, 15, target=16), mentor("m", 10)), FREE, 0, units)
    result = matched(solve_assigned(problem))
    assert Counter(result.seats.values()) == {"h": 16, "m": 8}


def test_students_outside_units_are_placed_and_pinned_units_stay() -> None:
    students = classes(1, 9)
    ids = tuple(one.id for one in students)
    units = (Unit("u", ids[:4], homeroom_mentor="x"), Unit("v", ids[4:8], homeroom_mentor="nobody"), Unit("w", ()))
    rules = Rules(2, pinned={ids[0]: ("y", "father's colleague")})
    problem = Problem(students, (mentor("x", 5), mentor("y", 5)), rules, 0, units)
    result = matched(solve_assigned(problem))
    assert {result.seats[one] for one in ids[:4]} == {"y"}
    assert result.reasons[ids[0]].params == {"note": "father's colleague"}
    assert result.reasons[ids[8]].code == "assigned"
    assert hard(problem, dict(result.seats)) == []


def test_a_unit_that_does_not_fit_where_its_student_is_pinned_is_a_conflict() -> None:
    students = (student("a"), student("b"))
    mentors = (mentor("x", 1), mentor("z", 2))
    for pinned in ({"a": ("x", "why")}, {"a": ("x", "why"), "b": ("z", "why")}):
        problem = Problem(students, mentors, Rules(None, pinned=pinned), 0, (Unit("u", ("a", "b"), "", "z"),))
        (too_large,) = impossible(solve_assigned(problem))
        assert too_large.code == "together_too_large"
        assert too_large.params["unit"] == "u"


def test_units_that_do_not_come_out_one_by_one_are_planned_exactly() -> None:
    """Sizes 4, 3, 3, 2 into 6 and 6: the largest first to the emptiest leaves a wrong remainder."""
    students = tuple(student(f"s{one:02d}") for one in range(12))
    ids = [one.id for one in students]
    units = tuple(Unit(str(at), tuple(ids[at:to])) for at, to in pairwise((0, 3, 6, 8, 10, 12)))
    problem = Problem(students, (mentor("x", 6), mentor("y", 6)), FREE, 0, units)
    assert hard(problem, dict(matched(solve_assigned(problem)).seats)) == []


def test_rules_on_single_students_are_met_by_exchanging_classmates() -> None:
    students = tuple(
        student(f"s{one}", class_id="1", categories=frozenset("k") if one < 3 else frozenset()) for one in range(9)
    )
    rules = Rules(2, apart=(frozenset({"s3", "s4", "s5"}),), category_cap={"k": 1})
    for seed in range(10):
        problem = Problem(students, tuple(mentor(one, 3) for one in "xyz"), rules, seed)
        result = matched(solve_assigned(problem))
        assert hard(problem, dict(result.seats)) == []
        assert result.stats.load_max == 3


def test_pinned_students_stay_while_classmates_are_exchanged() -> None:
    students = tuple(student(f"s{one}", class_id="1") for one in range(6))
    rules = Rules(2, pinned={"s0": ("x", "speciality")}, apart=(frozenset({"s0", "s1", "s2"}),))
    for seed in range(6):
        problem = Problem(students, tuple(mentor(one, 2) for one in "xyz"), rules, seed)
        assert hard(problem, dict(matched(solve_assigned(problem)).seats)) == []


def test_what_exchanges_cannot_mend_is_planned_exactly() -> None:
    """The pinned pair sits where a cap is full; its classmates' class is elsewhere."""
    key = frozenset("k")
    students = (
        student("a", class_id="1", categories=key),
        student("b", class_id="1", categories=key),
        student("c", class_id="2"),
        student("d", class_id="2"),
    )
    rules = Rules(1, category_cap={"k": 1})
    problem = Problem(students, (mentor("x", 2), mentor("y", 2), mentor("z", 2)), rules)
    for seed in range(6):
        seated = matched(solve_assigned(Problem(students, problem.mentors, rules, seed))).seats
        assert hard(problem, dict(seated)) == []


@settings(max_examples=ROUNDS, deadline=None, derandomize=True)
@given(st.integers(0, 60), st.lists(st.integers(0, 12), min_size=1, max_size=6))
def test_loads_are_as_even_as_the_bounds_allow(students: int, bounds: list[int]) -> None:
    mentors = tuple(mentor(f"m{place}", most) for place, most in enumerate(bounds))
    problem = Problem(tuple(student(f"s{one:02d}") for one in range(students)), mentors, FREE)
    if students > sum(bounds):
        assert impossible(solve_assigned(problem))[0].code == "seats_short"
        return
    loads = Counter(matched(solve_assigned(problem)).seats.values())
    below = [loads[one.id] for one in mentors if loads[one.id] < one.max]
    assert not below or max(below) - min(below) <= 1
    assert all(loads[one.id] <= max(below, default=12) + 1 for one in mentors)


def test_when_the_time_runs_out_the_result_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def out_of_time(*_args: object, **_more: object) -> None:
        raise quotas.SearchLimitError

    monkeypatch.setattr("taoli.engine.matching.bundles.plan_quotas", out_of_time)
    rules = Rules(None, together=(frozenset("ab"),))
    problem = Problem((student("a", "x"), student("b", "y"), student("c")), (mentor("x", 2), mentor("y", 2, 1)), rules)
    expected = [Finding("search_limit", {"seconds": quotas.SECONDS, "students": 3, "seats": 4, "minimum": 1})]
    assert impossible(solve_assigned(problem)) == expected
    assert impossible(solve_fair(problem)) == expected


def test_rules_not_tried_when_the_time_is_over_stay_among_the_suspects() -> None:
    students = tuple(student(one, class_id=one) for one in "123")
    problem = Problem(students, (mentor("x", 3), mentor("y", 3)), Rules(1))
    first, *single = conflict(tabulate(problem), seconds=0)
    assert first == Finding("rules_conflict", {"rules": ("class_limit", "maximum")})
    assert [one.code for one in single] == ["core_class_limit", "core_maximum", "core_maximum"]


def test_the_time_limit_of_the_solver_is_told_from_a_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    import scipy.optimize

    class Stopped:
        x = None
        status = programme.LIMIT

    monkeypatch.setattr(scipy.optimize, "milp", lambda **_more: Stopped())
    problem = Problem(
        (student("a", class_id="1"), student("b", class_id="2")),
        (mentor("x", 2, 1), mentor("y", 2, 1)),
        Rules(1, together=(frozenset("ab"),)),
    )
    assert impossible(solve_fair(problem))[0].code == "search_limit"

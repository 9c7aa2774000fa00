import pytest

from taoli.engine.matching import Finding, Problem, Rules, check, lottery_places, solve_assigned, solve_fair
from tests.engine.matching.cast import FREE, impossible, matched, mentor, student


def test_a_mark_decides_before_the_lottery() -> None:
    """x has one seat; b is marked first, c fine: b sits there whatever the lottery says."""
    students = tuple(student(one, "x") for one in "abc")
    mentors = (mentor("x", 1, marks={"b": "first", "c": "fine"}), mentor("y", 3))
    for seed in range(5):
        result = matched(solve_fair(Problem(students, mentors, FREE, seed)))
        assert result.seats == {"a": "y", "b": "x", "c": "y"}
        assert result.rank == {"a": None, "b": 1, "c": None}


def test_the_lottery_decides_between_students_alike() -> None:
    problem = Problem((student("a", "x y"), student("b", "x y")), (mentor("x"), mentor("y")), FREE, 3)
    places = lottery_places(problem)
    first, second = sorted("ab", key=places.__getitem__)
    result = matched(solve_fair(problem))
    assert result.seats == {first: "x", second: "y"}
    assert result.reasons[second].code == "wish"
    assert result.reasons[second].params == {"rank": 2, "of": 2}
    assert result.stats.first == 1
    assert result.stats.top3 == 2
    assert result.certificate.promise == "stable"
    assert result.certificate.truthful


def test_students_without_wishes_are_placed_evenly_and_take_no_wished_seat() -> None:
    students = (*(student(one) for one in "abcd"), student("e", "x"), student("f", "x"))
    result = matched(solve_fair(Problem(students, (mentor("x", 3), mentor("y", 3)), FREE)))
    assert result.rank["e"] == result.rank["f"] == 1
    assert result.stats.load_min == result.stats.load_max == 3
    assert {result.reasons[one].code for one in "abcd"} == {"no_wishes"}
    assert result.stats.no_wishes == result.stats.unranked == 4


def test_targets_say_who_receives_those_left_over() -> None:
    mentors = (mentor("x", 4, target=1), mentor("y", 4, target=3))
    result = matched(solve_fair(Problem(tuple(student(one) for one in "abcd"), mentors, FREE)))
    assert sorted(result.seats.values()) == ["x", "y", "y", "y"]
    assert result.stats.off_target == 0


def test_a_tie_counts_as_the_same_rank() -> None:
    students = (student("a", "x=y"), student("b", "x"))
    for seed in range(4):
        result = matched(solve_fair(Problem(students, (mentor("x", 2), mentor("y", 2)), FREE, seed)))
        assert result.rank == {"a": 1, "b": 1}


def test_wishes_that_cannot_count_are_noted_and_the_rank_stays_as_typed() -> None:
    students = (student("a", "nobody away y y x", class_id="1"),)
    mentors = (
        mentor("x", 2, classes=frozenset("1")),
        mentor("y", 2, classes=frozenset("2")),
        mentor("away", 2, absent=True),
    )
    problem = Problem(students, mentors, Rules(teaches_class=True))
    result = matched(solve_fair(problem))
    assert result.seats == {"a": "x"}
    assert result.rank == {"a": 5}
    assert [one.code for one in result.certificate.notes] == [
        "wish_unknown",
        "wish_absent",
        "wish_not_eligible",
        "wish_repeated",
    ]


def test_a_minimum_is_met_by_the_cheapest_move_which_is_listed() -> None:
    """x holds three, y needs one: the last in the lottery goes to the second wish."""
    students = tuple(student(one, "x y") for one in "abc")
    problem = Problem(students, (mentor("x", 3), mentor("y", 3, 1)), FREE, 1)
    last = max("abc", key=lottery_places(problem).__getitem__)
    result = matched(solve_fair(problem))
    (move,) = result.moved
    assert (move.student_id, move.from_mentor, move.to_mentor) == (last, "x", "y")
    assert move.reason.code == "moved_minimum"
    assert move.reason.params == {"from": "x", "from_rank": 1, "rank": 2}
    assert result.reasons[last] == move.reason
    assert result.certificate.promise == "no_justified_envy"
    assert result.certificate.empty_seat_claims == 1
    assert not result.certificate.truthful


def test_a_minimum_is_met_by_students_without_wishes_before_anybody_moves() -> None:
    students = (student("a", "x"), student("b", "x"), student("c"))
    result = matched(solve_fair(Problem(students, (mentor("x", 3), mentor("y", 3, 1)), FREE)))
    assert result.seats["c"] == "y"
    assert result.moved == ()


def test_who_is_displaced_asks_on_down_the_wishes_past_full_mentors() -> None:
    students = (*(student(one, "x z y") for one in "abc"), student("d", "z"))
    mentors = (mentor("x", 3, 2), mentor("y", 3, 1), mentor("z", 1, 1, marks={"d": "first"}))
    problem = Problem(students, mentors, FREE, 1)
    last = max("abc", key=lottery_places(problem).__getitem__)
    result = matched(solve_fair(problem))
    assert [(move.student_id, move.to_mentor) for move in result.moved] == [(last, "y")]
    assert result.rank[last] == 3
    assert result.seats["d"] == "z"


def test_minimums_far_apart_are_met_one_after_another() -> None:
    students = tuple(student(f"{one}{place}", f"x{place} y{place}") for one in "abc" for place in (1, 2))
    mentors = tuple(mentor(f"{one}{place}", 3, int(one == "y")) for one in "xy" for place in (1, 2))
    result = matched(solve_fair(Problem(students, mentors, FREE)))
    assert sorted(move.to_mentor for move in result.moved) == ["y1", "y2"]
    assert result.certificate.justified_envy == 0


def test_a_pin_overrides_the_wish_and_keeps_its_reason() -> None:
    rules = Rules(None, teaches_class=True, pinned={"a": ("y", "contest coach")})
    students = (student("a", "x", class_id="1"), student("b", "y x", class_id="1"))
    mentors = (mentor("x", 2, classes=frozenset("1")), mentor("y", 1))
    result = matched(solve_fair(Problem(students, mentors, rules)))
    assert result.seats == {"a": "y", "b": "x"}
    assert result.reasons["a"].code == "pinned"
    assert result.reasons["a"].params == {"note": "contest coach"}
    assert result.certificate.broken_rules == 0
    assert result.stats.pinned == 1


@pytest.mark.parametrize("rules", [Rules(2), Rules(2, category_cap={"k": 1})])
def test_a_mentor_wanted_by_too_many_classes_is_opened_to_those_with_most_students(rules: Rules) -> None:
    students = (
        *(student(f"a{one}", "x", class_id="1") for one in range(3)),
        *(student(f"b{one}", "x", class_id="2") for one in range(2)),
        student("c0", "x", class_id="3"),
    )
    result = matched(solve_fair(Problem(students, (mentor("x", 9), mentor("y", 9)), rules)))
    assert result.certificate.open_classes == {"x": ("1", "2")}
    assert result.seats["c0"] == "y"
    assert result.stats.first == 5
    assert result.certificate.promise == "stable"
    assert not result.certificate.truthful


def test_an_open_class_that_sends_nobody_gives_way_to_one_that_would() -> None:
    """y closes to class C, so a2 leaves x for y; x, if it was opened for a2's class, then opens for b1's."""
    students = (
        *(student(one, "y", class_id="A") for one in ("a0", "a1")),
        student("a2", "y x", class_id="A"),
        student("b1", "x", class_id="B"),
        student("c1", "y", class_id="C"),
    )
    marks = dict.fromkeys(("a0", "a1", "c1"), "first")
    mentors = (mentor("x", 3), mentor("y", 3, marks=marks), mentor("z", 9))
    for seed in range(12):
        result = matched(solve_fair(Problem(students, mentors, Rules(1), seed)))
        assert result.seats == {"a0": "y", "a1": "y", "a2": "y", "b1": "x", "c1": "z"}
        assert result.certificate.open_classes == {"x": ("B",), "y": ("A",)}
        assert result.certificate.promise == "stable"


def test_a_closed_mentor_whom_all_have_left_for_better_wishes_stays_as_it_is() -> None:
    """Both y and w close to class C and draw a2 and b1 away from x, where nobody is shut out any more."""
    students = (
        *(student(one, "y", class_id="A") for one in ("a0", "a1")),
        *(student(one, "w", class_id="B") for one in ("b0", "b2")),
        student("a2", "y x", class_id="A"),
        student("b1", "w x", class_id="B"),
        student("c1", "y", class_id="C"),
        student("c2", "w", class_id="C"),
    )
    marks = dict.fromkeys(("a0", "a1", "b0", "b2", "c1", "c2"), "first")
    mentors = (*(mentor(one, 3, marks=marks) for one in "wxy"), mentor("z", 9))
    result = matched(solve_fair(Problem(students, mentors, Rules(1), 2)))
    assert result.seats["a2"] == "y"
    assert result.seats["b1"] == "w"
    assert set(result.certificate.open_classes) == {"w", "x", "y"}
    assert result.certificate.promise == "stable"


def test_pinned_classes_stay_open() -> None:
    students = (
        student("p", class_id="9"),
        *(student(f"a{one}", "x", class_id="1") for one in range(3)),
        *(student(f"b{one}", "x", class_id="2") for one in range(2)),
    )
    rules = Rules(2, pinned={"p": ("x", "speciality")})
    result = matched(solve_fair(Problem(students, (mentor("x", 9), mentor("y", 9)), rules)))
    assert result.certificate.open_classes == {"x": ("1", "9")}
    assert result.certificate.broken_rules == 0


def test_students_kept_apart_and_category_caps_are_kept_by_acceptance() -> None:
    rules = Rules(None, apart=(frozenset("ab"),), category_cap={"k": 1})
    key = frozenset("k")
    students = (*(student(one, "x y") for one in "ab"), *(student(one, "x y", categories=key) for one in "cd"))
    result = matched(solve_fair(Problem(students, (mentor("x", 4), mentor("y", 4)), rules)))
    assert result.seats["a"] != result.seats["b"]
    assert result.seats["c"] != result.seats["d"]
    assert result.certificate.promise == "stable"
    assert result.stats.first == 2


def test_under_rules_too_a_student_may_run_out_of_wishes() -> None:
    rules = Rules(None, category_cap={"k": 1})
    students = (student("a", "x"), student("b", "x"))
    result = matched(solve_fair(Problem(students, (mentor("x", 1), mentor("y", 1)), rules)))
    assert sorted(result.seats.values()) == ["x", "y"]
    assert result.stats.unranked == 1


def test_a_minimum_that_no_chain_can_meet_is_met_by_the_exact_repair() -> None:
    """Only c may go to y, but x needs somebody in c's place and holds no more than its own minimum."""
    students = (student("a", class_id="1"), student("b", class_id="1"), student("c", "x", class_id="2"))
    mentors = (
        mentor("x", 1, 1, classes=frozenset("12")),
        mentor("y", 1, 1, classes=frozenset("2")),
        mentor("z", 2, classes=frozenset("1")),
    )
    result = matched(solve_fair(Problem(students, mentors, Rules(teaches_class=True))))
    assert result.seats["c"] == "y"
    assert sorted(result.seats.values()) == ["x", "y", "z"]
    assert result.moved[0].reason.code == "moved_rules"


def test_groups_kept_together_that_share_a_student_are_one() -> None:
    rules = Rules(None, together=(frozenset("ab"), frozenset("bc"), frozenset("de")))
    students = tuple(student(one, "x y" if one in "acd" else "y x") for one in "abcde")
    result = matched(solve_fair(Problem(students, (mentor("x", 3), mentor("y", 3)), rules)))
    assert len({result.seats[one] for one in "abc"}) == 1
    assert result.seats["d"] == result.seats["e"] != result.seats["a"]


def test_students_kept_together_are_moved_by_the_exact_repair() -> None:
    rules = Rules(None, together=(frozenset("ab"),))
    students = (student("a", "x"), student("b", "y"), student("c", "x"), student("d", "y"))
    result = matched(solve_fair(Problem(students, (mentor("x", 3), mentor("y", 3)), rules)))
    assert result.seats["a"] == result.seats["b"]
    assert len(result.moved) == 1
    assert result.moved[0].reason.code == "moved_rules"
    assert (result.seats["c"], result.seats["d"]) == ("x", "y")


def test_the_exact_repair_deals_the_seats_of_a_kind_by_wish_mark_and_lottery() -> None:
    """x must give up seats so that the pair fits together; who stays is whom x marked."""
    rules = Rules(None, together=(frozenset("pq"),))
    students = (student("p", "x"), student("q", "x"), *(student(one, "x") for one in "abcd"))
    mentors = (mentor("x", 3, marks=dict.fromkeys("ab", "first")), mentor("y", 3, marks={"d": "fine"}))
    result = matched(solve_fair(Problem(students, mentors, rules, 2)))
    assert result.seats["p"] == result.seats["q"]
    assert result.certificate.broken_rules == 0
    assert result.certificate.justified_envy == 0


def test_classes_that_fill_up_mentors_leave_the_rest_to_the_exact_repair() -> None:
    """Each of two mentors may take one class; wishes across would leave somebody without a seat."""
    students = (
        *(student(f"a{one}", "x", class_id="1") for one in range(2)),
        *(student(f"b{one}", "x", class_id="2") for one in range(3)),
    )
    mentors = (mentor("x", 3, 1), mentor("y", 2, 1))
    result = matched(solve_fair(Problem(students, mentors, Rules(1))))
    assert result.certificate.broken_rules == 0
    assert {result.seats[one] for one in ("b0", "b1", "b2")} == {"x"}


def test_too_few_seats_are_reported_with_the_numbers() -> None:
    found = impossible(solve_fair(Problem(tuple(student(one) for one in "abc"), (mentor("x", 2),), FREE)))
    assert found == [Finding("seats_short", {"students": 3, "seats": 2, "short": 1})]


def test_an_id_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="the id 'a' stands twice"):
        solve_fair(Problem((student("a"), student("a")), (mentor("x", 2),)))


def test_nobody_to_match_is_a_matching() -> None:
    result = matched(solve_fair(Problem((), (mentor("x", 2),))))
    assert result.seats == {}
    assert result.stats.load_max == 0
    assert matched(solve_fair(Problem((), ()))).stats.mentors == 0
    taught = Rules(teaches_class=True)
    assert matched(solve_assigned(Problem((), (mentor("x", 2),), taught))).seats == {}


def test_the_checker_agrees_with_the_published_seats() -> None:
    students = tuple(student(f"s{one}", "x y", class_id=str(one % 3)) for one in range(9))
    problem = Problem(students, (mentor("x", 5), mentor("y", 5)), Rules(2), 4)
    result = matched(solve_fair(problem))
    assert result.certificate.open_classes == {"x": ("1", "2")}
    assert check(problem, result.seats, open_classes=result.certificate.open_classes) == ()

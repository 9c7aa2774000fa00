"""Deeds of small groups are told together or not at all."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taoli.engine.release import Amount, Done, Node, release_deeds
from tests.engine.rounds import ROUNDS


def told(**groups: tuple[int, int, int]) -> dict[str, Amount]:
    """Return what is told of leaves `school_grade` → people, mentors, talks, in one district."""
    schools = {leaf.split("_")[0] for leaf in groups}
    nodes = [Node("d"), *(Node(one, "d") for one in schools), *(Node(leaf, leaf.split("_")[0]) for leaf in groups)]
    return release_deeds(nodes, {leaf: Done(n, mentors, (talks,)) for leaf, (n, mentors, talks) in groups.items()})


def test_large_groups_are_told_exactly_and_all_in_all() -> None:
    found = told(a_1=(40, 5, 33), a_2=(10, 3, 7))
    assert found["a_1"] == Amount((33,), 40, 40)
    assert found["a"] == found["d"] == Amount((40,), 50, 50)


def test_one_small_grade_is_left_out_of_its_school_so_that_no_subtraction_gives_it() -> None:
    found = told(a_1=(40, 5, 33), a_2=(9, 3, 7), b_1=(60, 9, 50))
    assert found["a_2"] == Amount(None, 0, 9)
    assert found["a"] == Amount((33,), 40, 49)
    assert found["d"] == Amount((83,), 100, 109)


def test_few_mentors_are_as_little_told_of_as_few_students() -> None:
    assert told(a_1=(40, 2, 33))["d"] == Amount(None, 0, 40)


def test_small_grades_are_told_together_where_they_are_large() -> None:
    found = told(a_1=(40, 5, 33), a_2=(6, 2, 5), a_3=(5, 1, 4))
    assert found["a"] == Amount((42,), 51, 51)
    assert found["a_2"].amounts is found["a_3"].amounts is None


def test_small_grades_of_two_schools_are_told_in_the_district_only() -> None:
    found = told(a_1=(40, 5, 33), a_2=(6, 2, 5), b_1=(40, 5, 20), b_2=(5, 1, 4))
    assert (found["a"].amounts, found["b"].amounts) == ((33,), (20,))
    assert found["d"] == Amount((62,), 91, 91)


def test_what_is_stale_is_said_of_what_it_is_told_in() -> None:
    nodes = [Node("d"), Node("a", "d"), Node("b", "d")]
    found = release_deeds(nodes, {"a": Done(20, 4, (3, 5), stale=True), "b": Done(20, 4, (4, 5))})
    assert (found["d"], found["b"].stale) == (Amount((7, 10), 40, 40, stale=True), False)


@pytest.mark.parametrize(("people", "mentors"), [(-1, 3), (3, -1)])
def test_impossible_groups_are_refused(people: int, mentors: int) -> None:
    with pytest.raises(ValueError, match="people"):
        Done(people, mentors, ())


def test_amounts_that_do_not_match_and_leaves_without_deeds_are_refused() -> None:
    with pytest.raises(ValueError, match="different numbers"):
        release_deeds([Node("a"), Node("b")], {"a": Done(20, 4, (1,)), "b": Done(20, 4, (1, 2))})
    with pytest.raises(ValueError, match="without a value"):
        release_deeds([Node("a")], {})


grades = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 6)), min_size=1, max_size=4)


@settings(max_examples=ROUNDS, deadline=None)
@given(st.lists(grades, min_size=1, max_size=4))
def test_no_adding_and_subtracting_of_told_amounts_leaves_a_small_group(schools: list[list[tuple[int, int]]]) -> None:
    """Each leaf's amount is a power of two, so a told amount says by its bits whose deeds are in it; whatever can be
    reckoned is a sum of the parts that told amounts split the leaves into. Each part is large.
    """
    groups = {f"{s}_{g}": group for s, grades in enumerate(schools) for g, group in enumerate(grades)}
    leaves = list(groups.values())
    found = told(**{key: (*group, 1 << bit) for bit, (key, group) in enumerate(groups.items())})
    sets = [int(one.amounts[0]) for one in found.values() if one.amounts]
    for pattern, group in itertools.groupby(
        sorted(range(len(leaves)), key=lambda bit: _shown(sets, bit)), key=lambda bit: _shown(sets, bit)
    ):
        bits = list(group)
        people, mentors = (sum(leaves[bit][column] for bit in bits) for column in (0, 1))
        assert not any(pattern) or (people >= 10 and mentors >= 3)
    for one in found.values():
        inside = int(one.amounts[0]) if one.amounts else 0
        assert one.people == sum(people for bit, (people, _) in enumerate(leaves) if inside >> bit & 1)


def _shown(sets: list[int], bit: int) -> list[int]:
    return [one >> bit & 1 for one in sets]

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from taoli.engine.matching.hall import hall_sets
from tests.engine.rounds import ROUNDS


def test_students_give_way_along_a_chain_before_a_shortage_is_claimed() -> None:
    accepts = {"a": frozenset("x"), "b": frozenset("xy"), "c": frozenset("yz")}
    assert hall_sets({"c": 2, "b": 2, "a": 2}, {"x": 2, "y": 2, "z": 2}, accepts) == []


def test_seats_that_were_given_up_are_not_given_up_twice() -> None:
    accepts = {"b": frozenset("xy"), "a": frozenset("x"), "c": frozenset("x")}
    parts = hall_sets({"b": 2, "a": 2, "c": 1}, {"x": 2, "y": 2}, accepts)
    assert parts == [(frozenset("ac"), frozenset("x"))]


def test_shortages_are_split_by_connected_part() -> None:
    accepts = {"a": frozenset("x"), "b": frozenset("x"), "c": frozenset("y"), "d": frozenset("z")}
    parts = hall_sets({"a": 2, "b": 1, "c": 3, "d": 1}, {"x": 1, "y": 1, "z": 1}, accepts)
    assert sorted((sorted(lefts), sorted(rights)) for lefts, rights in parts) == [(["a", "b"], ["x"]), (["c"], ["y"])]


@settings(max_examples=ROUNDS, deadline=None, derandomize=True)
@given(st.data())
def test_a_shortage_is_reported_exactly_when_hall_fails_and_counts_out(data: st.DataObject) -> None:
    lefts = "abcd"[: data.draw(st.integers(1, 4))]
    demand = {one: data.draw(st.integers(0, 4)) for one in lefts}
    room = {one: data.draw(st.integers(0, 4)) for one in "xyz"}
    accepts = {one: data.draw(st.frozensets(st.sampled_from("xyz"))) for one in lefts}
    parts = hall_sets(demand, room, accepts)
    for group, rooms in parts:
        assert rooms == frozenset().union(*(accepts[one] for one in group))
        assert sum(demand[one] for one in group) > sum(room[one] for one in rooms)
    fails = any(
        sum(demand[one] for one in group)
        > sum(room[one] for one in frozenset().union(*(accepts[one] for one in group)))
        for size in range(1, len(lefts) + 1)
        for group in combinations(lefts, size)
    )
    assert bool(parts) == fails

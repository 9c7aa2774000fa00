"""Numbers of people, by hand and at random."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taoli.engine.release import Count, Figure, Node, Part, release, share, sum_of
from tests.engine.rounds import ROUNDS


def ends(figure: Figure) -> tuple[int, int]:
    return figure.low, figure.high


def alone(number: int, of: int) -> tuple[int, int]:
    return ends(release([Node("g")], {"g": Count(number, of)})["g"])


def school(*numbers: int, of: int = 200) -> dict[str, Figure]:
    nodes = [Node("s"), *(Node(f"g{grade}", "s") for grade in range(len(numbers)))]
    return release(nodes, {f"g{grade}": Count(number, of) for grade, number in enumerate(numbers)})


@pytest.mark.parametrize(
    ("number", "of", "told"),
    [
        (0, 200, (0, 0)),
        (1, 200, (1, 9)),
        (9, 200, (1, 9)),
        (10, 200, (10, 19)),
        (143, 200, (140, 149)),
        (189, 200, (180, 189)),
        (190, 200, (190, 200)),  # all but a few is not told either
        (200, 200, (190, 200)),
        (0, 9, (0, 9)),  # a group of fewer than ten is not told of, not even that it is nobody
        (9, 9, (0, 9)),
        (0, 0, (0, 0)),
        (10, 10, (1, 10)),
        (4, 17, (1, 17)),
        (4, 18, (1, 9)),
        (11, 18, (10, 18)),
    ],
)
def test_a_leaf_is_told_in_tens(number: int, of: int, told: tuple[int, int]) -> None:
    assert alone(number, of) == told


def test_nobody_anywhere_is_told_exactly() -> None:
    told = school(0, 0, 0)["s"]
    assert (told, told.exact, told.few) == (Figure(0, 0, 600), True, False)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((1,), (1, 9)),
        ((0, 0, 5), (1, 9)),
        ((12, 3), (11, 28)),  # the sum of the bands: nothing may be added to it
        ((5, 5, 5, 5, 5), (5, 45)),  # 5 + 16 + 1 is 22, 45 - 16 is 29: no multiple of ten lies there
        ((5, 5, 5, 5, 4, 5), (6, 29)),  # 6 + 16 + 1 is 23, 54 - 16 is 38: there is 30
        ((5, 5, 5, 5, 5, 5), (30, 54)),
        ((5,) * 12, (60, 69)),  # 12 to 108: 30, 40, … 90 begin bands
        ((1,) * 12, (12, 29)),
        ((9,) * 12, (90, 108)),
        ((25,) * 12, (300, 309)),
        ((0,) * 30 + (5,) * 12, (60, 69)),
    ],
)
def test_what_is_around_is_told_in_tens_where_there_is_room(numbers: tuple[int, ...], told: tuple[int, int]) -> None:
    assert ends(school(*numbers)["s"]) == told


def test_a_district_is_told_from_its_schools_figures_not_from_hidden_grades() -> None:
    """Each school tells 6 to 29 (as above); twelve of them 72 to 348, the widest two 46: bands begin at 120, … 300."""
    nodes = [Node("d"), *(Node(f"s{one}", "d") for one in range(12))]
    leaves = [Node(f"s{one}g{grade}", f"s{one}") for one in range(12) for grade in range(6)]
    counts = {leaf.key: Count(2, 40) for leaf in leaves}
    told = release([*leaves, *nodes], counts)  # in any order
    assert {ends(told[f"s{one}"]) for one in range(12)} == {(6, 29)}
    assert ends(told["d"]) == (140, 149)
    assert told["d"].of == 12 * 6 * 40


def test_a_school_that_has_sent_nothing_keeps_its_figure_and_what_is_around_says_so() -> None:
    nodes = [Node("d"), Node("a", "d"), Node("b", "d"), Node("c")]
    told = release(nodes, {"a": Count(5, 30, stale=True), "b": Count(5, 30), "c": Count(0, 30)})
    assert {key for key, one in told.items() if one.stale} == {"a", "d"}
    assert ends(told["a"]) == (1, 9)


def test_joining_leaving_and_merging_need_no_past() -> None:
    apart, merged = school(12, 25, 5), school(37, 5)
    assert (ends(apart["s"]), ends(merged["s"])) == ((31, 57), (31, 48))
    assert [ends(apart[one]) for one in ("g0", "g1")] == [(10, 19), (20, 29)]
    assert ends(merged["g0"]) == (30, 39)


@pytest.mark.parametrize(
    ("nodes", "said"),
    [
        ([Node("")], "empty or twice"),
        ([Node("a"), Node("a")], "empty or twice"),
        ([Node("a", "b")], "no such parent: 'b'"),
        ([Node("a", "b"), Node("b", "a")], "circle"),
        ([Node("a", "a")], "circle"),
        ([Node("a"), Node("b", "a")], "without a leaf"),
        ([Node("a"), Node("b")], "without a value"),
    ],
)
def test_what_is_no_tree_or_has_no_counts_is_refused(nodes: list[Node], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        release(nodes, {"a": Count(1, 20)})


@pytest.mark.parametrize(("number", "of"), [(-1, 5), (6, 5), (0, -1)])
def test_impossible_counts_are_refused(number: int, of: int) -> None:
    with pytest.raises(ValueError, match=f"{number} of {of}"):
        Count(number, of)


def test_sums_are_of_what_is_told() -> None:
    told = school(5, 12, 0)
    assert sum_of(told[one] for one in ("g0", "g1")) == Figure(11, 28, 400)
    assert sum_of([Figure(1, 9, 30, stale=True), Figure(0, 0, 40)]) == Figure(1, 9, 70, stale=True)
    assert sum_of([]) == Figure(0, 0, 0)
    assert Figure(1, 9, 30).few
    assert not Figure(10, 19, 30).few


def test_shares_are_between_two_and_none_of_fewer_than_ten() -> None:
    assert share(Figure(10, 19, 40), 40) == Part(0.25, 0.475)
    assert share(Figure(10, 19, 90), Figure(40, 50, 90)) == Part(0.2, 0.475)
    assert share(Figure(40, 50, 90), Figure(40, 50, 90)) == Part(0.8, 1.0)
    assert share(Figure(0, 9, 9), 9) is None
    assert share(Figure(1, 9, 90), Figure(1, 29, 90)) is None


Numbers = list[list[tuple[int, int]]]
counted = st.integers(0, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
schools = st.lists(st.lists(counted, min_size=1, max_size=8), min_size=1, max_size=4)


@settings(max_examples=ROUNDS, deadline=None)
@given(schools)
def test_figures_are_true_no_wider_than_their_parts_and_never_point_at_a_number(numbers: Numbers) -> None:
    nodes = [Node("d"), *(Node(f"{one}", "d") for one in range(len(numbers)))]
    counts = {f"{one}-{g}": Count(*pair) for one, grades in enumerate(numbers) for g, pair in enumerate(grades)}
    nodes += [Node(key, key.split("-")[0]) for key in counts]
    told = release(nodes, counts)
    assert told == release(list(reversed(nodes)), counts)
    assert list(told).index("d") == len(told) - 1
    for key, figure in told.items():
        below = [one for one in nodes if one.parent == key]
        inside = [one for leaf, one in counts.items() if key in {leaf, leaf.split("-")[0], "d"}]
        assert figure.low <= sum(one.number for one in inside) <= figure.high <= figure.of
        parts = sum_of(told[one.key] for one in below)
        if not below:
            assert figure.high - figure.low >= 8 or figure.high == 0 or (figure.low == 0 and figure.of < 10)
        else:
            assert figure.of == parts.of
            assert parts.low <= figure.low
            assert figure.high <= parts.high
            assert figure.high - figure.low >= min(parts.high - parts.low, 9)

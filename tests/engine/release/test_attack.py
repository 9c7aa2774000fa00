"""T-04 for the bureau: no page, filter, workbook or week, added or subtracted, tells of a small number."""

import random
from collections.abc import Callable, Sequence

from tests.engine.release.attack import City, Tell, Told, city_of, narrow, pairs_that_leak, solved
from tests.engine.release.tellers import blanked, by_taoli, figures, standing, told

PAIRS, EACH = 10_000, 50


def leaks(seed: int, teller: Callable[[City], Tell], pairs: int) -> int:
    """Return how many of so many pairs of pages, weeks and filters leak; a new city for each fifty."""
    chance = random.Random(seed)  # noqa: S311
    taken = found = 0
    while taken < pairs:
        city = city_of(chance)
        more, leaking = pairs_that_leak(city, teller(city), chance, min(EACH, pairs - taken))
        taken, found = taken + more, found + leaking
    return found


def test_ten_thousand_pairs_of_pages_weeks_and_filters_tell_of_nobody() -> None:
    assert leaks(9, by_taoli, PAIRS) == 0


def test_the_same_attack_finds_what_a_table_gives_away_that_only_blanks_small_numbers() -> None:
    assert leaks(9, blanked, PAIRS // 10) > PAIRS // 100


def test_exact_numbers_that_stand_until_moved_by_ten_tell_a_change_of_two() -> None:
    """12, 25, 14: each moved by ten or more from the last, and week 3 less week 1 is 2."""
    weeks = [{"a": 12}, {"a": 25}, {"a": 14}]
    city = City({"a": ""}, {"a": 40}, weeks)
    chance = random.Random(1)  # noqa: S311
    page = frozenset(["a"])
    assert [standing(city)(week, page) for week in range(3)] == [(12, 12), (25, 25), (14, 14)]
    assert pairs_that_leak(city, standing(city), chance, 50) == (50, 50)
    assert [by_taoli(city)(week, page) for week in range(3)] == [(10, 19), (20, 29), (10, 19)]
    assert pairs_that_leak(city, by_taoli(city), chance, 50) == (50, 0)


def test_everything_told_together_narrows_no_band_even_for_who_knows_a_whole_school_or_district() -> None:
    chance = random.Random(1)  # noqa: S311
    for _turn in range(400):
        city = city_of(chance, weeks=1)
        shown = told(city, 0)
        assert narrow(city.parents, shown) == shown
        insider = chance.choice([one for one in city.parents if one != "city"])
        own = city.under(insider)
        found = narrow(city.parents, shown, {leaf: city.weeks[0][leaf] for leaf in own})
        assert all(found[leaf] == shown[leaf] for leaf in city.leaves if leaf not in own)


def test_the_narrowing_finds_what_a_table_with_blanks_gives_away() -> None:
    """A school of 31 with grades of 20 and 10 leaves one, and of three grades of 29 in all, nine each and the tenth 2."""
    parents = {"s": "", "a": "s", "b": "s", "c": "s", "e": "s"}
    few = (1, 9)
    assert narrow(parents, {"s": (31, 31), "a": (20, 20), "b": (10, 10), "c": few, "e": (0, 0)})["c"] == (1, 1)
    assert narrow(parents, {"s": (35, 35), "a": few, "b": few, "c": few, "e": few})["a"] == (8, 9)
    inside = {"s": (3, 11), "a": few, "b": few, "c": few, "e": (0, 0)}
    assert narrow(parents, inside) == inside
    assert narrow(parents, inside, {"a": 9})["b"] == (1, 1)


def test_the_solver_finds_a_number_and_a_change_that_are_given_away() -> None:
    parents, few = {"s": "", "a": "s", "b": "s"}, (1, 9)
    first, second = {"s": (17, 17), "a": few, "b": few}, {"s": (14, 14), "a": few, "b": few}
    still = City(parents, {"a": 30, "b": 30}, [], {"b"})
    assert _open(still, [first], {(0, "a"): 1}) == 2
    assert _open(still, [first, second], {(1, "a"): 1, (0, "a"): -1}) == 1


def test_who_knows_the_rules_finds_for_each_end_of_a_band_a_city_that_is_told_alike() -> None:
    """A solver makes another city in which a leaf has the least, or the greatest, number of its band; told by the same
    rules it looks the same, so nothing in what is told, or is not, speaks against it.
    """
    chance = random.Random(2)  # noqa: S311
    for _turn in range(60):
        city = city_of(chance, weeks=1, schools=4, grades=4)
        shown = told(city, 0)
        leaf = chance.choice(city.leaves)
        for sign, end in zip((1, -1), shown[leaf], strict=True):
            other = {one: number for (_, one), number in solved(city.parents, [shown], {(0, leaf): sign}).items()}
            assert other[leaf] == end
            assert told(City(city.parents, city.sizes, [other]), 0) == shown


def test_schools_that_are_known_to_stand_still_give_away_neither_their_own_nor_the_others_numbers() -> None:
    """The solver takes three weeks together; all leaves but one, or some, have one number in all of them."""
    chance = random.Random(3)  # noqa: S311
    for _turn in range(60):
        city = city_of(chance, districts=2, schools=3, grades=4)
        moves = chance.choice(city.leaves)
        still = set(city.leaves) - {moves} if chance.random() < 0.5 else set(city.standing)
        weeks = [{leaf: city.weeks[0][leaf] if leaf in still else n for leaf, n in week.items()} for week in city.weeks]
        city = City(city.parents, city.sizes, weeks, still)
        shown = [told(city, week) for week in range(3)]
        leaf = moves if chance.random() < 0.5 else chance.choice(city.leaves)

        open_numbers = _open(city, shown, {(1, leaf): 1})
        low, high = shown[1][leaf]
        assert open_numbers >= min(high - low + 1, 5)
        if leaf not in still:
            change = weeks[1][leaf] - weeks[0][leaf]
            width = _open(city, shown, {(1, leaf): 1, (0, leaf): -1})
            assert change == 0 or city.sizes[leaf] < 5 or width >= 5


def _open(city: City, shown: Sequence[Told], aim: dict[tuple[int, str], int]) -> int:
    """Return how many numbers stay possible for a weighted sum of leaves' numbers."""
    ends = []
    for sign in (1, -1):
        found = solved(city.parents, shown, {one: sign * weight for one, weight in aim.items()}, city.standing)
        ends.append(sum(weight * found[one] for one, weight in aim.items()))
    return ends[1] - ends[0] + 1


def test_what_is_told_is_true() -> None:
    chance = random.Random(4)  # noqa: S311
    for _turn in range(200):
        city = city_of(chance)
        for week in range(3):
            for node, one in figures(city, week).items():
                assert one.low <= city.true(week, city.under(node)) <= one.high <= one.of

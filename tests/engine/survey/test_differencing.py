"""T-04: whatever is told, no subtraction leaves fewer than five people, or five who all answered the same."""

import random
from collections.abc import Callable, Sequence

from taoli.engine.survey import Cell, Figure, Place, PlaceKind, publish
from taoli.engine.survey.suppression import FOR_MEAN
from taoli.engine.survey.tally import SCHOOL
from tests.engine.survey.schools import cells_of, school_of

PAIRS = 10_000
Publish = Callable[[Sequence[Cell]], Sequence[Figure]]


def inside(place: Place, around: Place) -> bool:
    return place.within is not None and (place.within == around or inside(place.within, around))


def leaks(seed: int, tell: Publish, pairs: int) -> int:
    """Take pairs of what one can add up from told cells (a place; told places inside it that do not overlap), subtract
    them, and count the differences that tell of fewer than five people. Bounds are taken as known: too much is granted.
    """
    chance, found, taken = random.Random(seed), 0, 0  # noqa: S311
    while taken < pairs:
        cells = cells_of(school_of(chance))
        known = {cell.place: cell for cell in cells}
        told = [known[one.place] for one in tell(cells) if one.mean is not None]
        for whole in told:
            within = [one for one in told if inside(one.place, whole.place)]
            for _turn in range(6):
                part = apart(chance, within)
                n = whole.n - sum(one.n for one in part)
                total = whole.total - sum(one.total for one in part)
                taken += 1
                found += 0 < n < FOR_MEAN or (0 < n == total) or (n > 0 and total == n * len(whole.counts))
    return found


def apart(chance: random.Random, cells: Sequence[Cell]) -> list[Cell]:
    """Return as many of the cells as fit together, or some of them."""
    chosen: list[Cell] = []
    whole = chance.random() < 0.5
    for cell in chance.sample(cells, len(cells)):
        free = all(not inside(cell.place, one.place) and not inside(one.place, cell.place) for one in chosen)
        if free and (whole or chance.random() < 0.7):
            chosen.append(cell)
    return chosen


def exact(cells: Sequence[Cell]) -> list[Figure]:
    """What is told exactly; bounds say nothing that could be subtracted."""
    return [one for one in publish(cells) if one.hidden not in {"top", "bottom"}]


def unsuppressed(cells: Sequence[Cell]) -> list[Figure]:
    """A table that only leaves out cells below five."""
    return [Figure(one.question, one.place, one.n, one.total / one.n) for one in cells if one.n >= FOR_MEAN]


def test_ten_thousand_differences_tell_of_nobody() -> None:
    assert leaks(8, exact, PAIRS) == 0


def test_the_same_attack_finds_what_a_plain_table_gives_away() -> None:
    assert leaks(8, unsuppressed, PAIRS // 10) > PAIRS // 200


def test_one_vote_more_is_told_in_no_second_table() -> None:
    """Were the figures made again after one more vote, the difference would be that vote; they are made once."""
    cells = cells_of({("g", "m"): [4, 2, 4, 2, 4]})
    later = cells_of({("g", "m"): [4, 2, 4, 2, 4, 1]})
    before = {one.place: one for one in publish(cells)}
    after = {one.place: one for one in publish(later)}
    first, second = before[SCHOOL], after[SCHOOL]
    assert (first.n, second.n, first.mean, second.mean) == (5, 6, 3.2, 2.83)
    assert round(6 * 2.83 - 5 * 3.2) == 1


def test_few_beside_a_bound_keep_more_than_one_possible_answer() -> None:
    """Of at most four people beside cells whose bound is known, the sum that is told leaves more than one sum open."""
    chance = random.Random(5)  # noqa: S311
    for _turn in range(300):
        cells = cells_of(school_of(chance, ends=0.5))
        figures = {one.place: one for one in publish(cells)}
        told = {one.place for one in figures.values() if one.mean is not None}
        for cell in cells:
            if cell.place not in told:
                continue
            below = [one for one in cells if one.place in told and inside(one.place, cell.place)]
            direct = [one for one in below if not any(inside(one.place, other.place) for other in below)]
            assert not 0 < cell.n - sum(one.n for one in direct) < FOR_MEAN, cell


def test_places_are_of_three_kinds() -> None:
    chance = random.Random(1)  # noqa: S311
    kinds = {cell.place.kind for cell in cells_of(school_of(chance))}
    assert kinds == set(PlaceKind)

"""What may be told of the answers: nothing from which one person's answer could be had, not by subtraction either.

Places nest, so whatever can be reckoned from the cells that are told is a sum of *remainders*: a told cell without the
told cells right below it. Each remainder must be large enough itself; where it is not, one more cell is kept back.

- a mean from five answers on, the spread of the answers from ten;
- a mean that only (nearly) unanimous best or worst answers can have is told as a bound: an exact 1.0 of five answers
  says what each of the five answered. The bound also fits if one of them answered otherwise;
- no spread where everybody answered the same, for the same reason.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from taoli.engine.survey.tally import Cell, Place, PlaceKind

FOR_MEAN, FOR_DETAIL = 5, 10
INWARDS = (PlaceKind.MENTOR, PlaceKind.GRADE, PlaceKind.SCHOOL)  # what lies inside comes first
Check = Callable[[tuple[int, ...], int], bool]


@dataclass(frozen=True, slots=True)
class Figure:
    """What is told of a cell. `hidden`: "few" (too few, or kept back to protect few), "top" or "bottom" (the mean is a
    bound), "detail" (no spread), "" nothing.
    """

    question: str
    place: Place
    n: int | None = None
    mean: float | None = None
    counts: tuple[int, ...] | None = None
    hidden: str = "few"


def publish(cells: Iterable[Cell], fixed: Collection[str] = ()) -> tuple[Figure, ...]:
    """Return a figure for each cell. `fixed`: questions whose mean by mentor is told elsewhere whatever happens here
    (the appraisal tells it from five answers on), so that places around are kept back instead.
    """
    found: list[Figure] = []
    for question, of_one in groupby(cells, key=lambda one: one.question):
        found += _question(list(of_one), pinned=question in fixed)
    return tuple(found)


def at_end(counts: tuple[int, ...], n: int) -> str:
    """Say whether points are as good ("top") or as bad ("bottom") as can be, but for one answer by one point."""
    total = sum(point * count for point, count in enumerate(counts, start=1))
    if total - n <= 1:
        return "bottom"
    return "top" if n * len(counts) - total <= 1 else ""


def alike(counts: tuple[int, ...], n: int) -> bool:
    """Say whether everybody gave one and the same answer."""
    return max(counts) == n


def _question(cells: list[Cell], *, pinned: bool) -> list[Figure]:
    exact = [cell for cell in cells if _has_mean(cell, pinned=pinned)]
    ends = [cell for cell in cells if cell.marks and cell not in exact and cell.n >= FOR_MEAN and _end(cell)]
    bounds = _bounds(cells, ends, exact)
    kept = {cell.place for cell in exact if pinned and cell.place.kind is PlaceKind.MENTOR}
    safe = _Safe(cells, FOR_MEAN, lambda counts, n: bool(at_end(counts, n)), kept, bounds)
    means = safe.told({cell.place for cell in exact})
    detailed = {cell.place for cell in cells if _has_detail(cell) and (not cell.marks or cell.place in means)}
    spread = _Safe(cells, FOR_DETAIL, alike, set(), set()).told(detailed)
    return [_figure(cell, means, spread, bounds) for cell in cells]


def _bounds(cells: list[Cell], ends: list[Cell], exact: list[Cell]) -> set[Place]:
    """Return the places whose bound may be told: it says much of all who answered there, so they must not be few beside
    those of whom the cells below tell.
    """
    found: set[Place] = set()
    known = {cell.place for cell in exact}
    for kind in INWARDS:
        for cell in (one for one in ends if one.place.kind is kind):
            around = known | found | {cell.place}
            below = sum(one.n for one in cells if one.place in around and _told_around(one.place, around) == cell.place)
            if cell.n == below or cell.n - below >= FOR_MEAN:
                found.add(cell.place)
    return found


def _end(cell: Cell) -> str:
    return at_end(cell.counts, cell.n)


def _has_mean(cell: Cell, *, pinned: bool) -> bool:
    free = not _end(cell) or (pinned and cell.place.kind is PlaceKind.MENTOR)
    return cell.marks and cell.n >= FOR_MEAN and free


def _has_detail(cell: Cell) -> bool:
    return cell.n >= FOR_DETAIL and not alike(cell.counts, cell.n)


def _figure(cell: Cell, means: set[Place], spread: set[Place], bounds: set[Place]) -> Figure:
    counts = cell.counts if cell.place in spread else None
    if cell.place in means:
        mean = round(cell.total / cell.n, 2)
        return Figure(cell.question, cell.place, cell.n, mean, counts, "" if counts else "detail")
    if cell.place in bounds:
        end = _end(cell)
        bound = len(cell.counts) - 1 / cell.n if end == "top" else 1 + 1 / cell.n
        return Figure(cell.question, cell.place, cell.n, round(bound, 2), None, end)
    if counts:
        return Figure(cell.question, cell.place, cell.n, None, counts, "")
    return Figure(cell.question, cell.place)


@dataclass(frozen=True)
class _Safe:
    """Keeps cells back until no remainder is too small or `telling`. `kept` are never kept back; of `bounds` so much is
    known that they protect nobody.
    """

    cells: list[Cell]
    least: int
    telling: Check
    kept: set[Place]
    bounds: set[Place]

    def told(self, candidates: set[Place]) -> set[Place]:
        """Return those of the candidates that may be told together."""
        found = set(candidates)
        for kind in INWARDS[1:]:  # a mentor's cell has nothing inside it and was safe as a candidate
            for cell in sorted(self.cells, key=_smallest_first):
                while cell.place.kind is kind and cell.place in found and not self._is_safe(cell, found):
                    found.discard(self._next(cell, found))
        return found

    def _below(self, cell: Cell, found: set[Place]) -> list[Cell]:
        """The told cells right below."""
        return [one for one in self.cells if one.place in found and _told_around(one.place, found) == cell.place]

    def _is_safe(self, cell: Cell, found: set[Place]) -> bool:
        below = self._below(cell, found)
        n = cell.n - sum(one.n for one in below)
        if not n:
            return True
        counts = tuple(count - sum(one.counts[place] for one in below) for place, count in enumerate(cell.counts))
        known = sum(
            one.n
            for one in self.cells
            if one.place in self.bounds
            and _told_around(one.place, found) == cell.place
            and not any(around in self.bounds for around in _around(one.place))
        )
        return n - known >= self.least and not self.telling(counts, n)

    def _next(self, cell: Cell, found: set[Place]) -> Place:
        """What is kept back next: the smallest cell right below that may be, else the cell itself."""
        free = [one for one in self._below(cell, found) if one.place not in self.kept]
        return min(free, key=_smallest_first).place if free else cell.place


def _smallest_first(cell: Cell) -> tuple[int, str]:
    return cell.n, cell.place.id


def _around(place: Place) -> list[Place]:
    return [] if place.within is None else [place.within, *_around(place.within)]


def _told_around(place: Place, found: set[Place]) -> Place | None:
    return next((one for one in _around(place) if one in found), None)

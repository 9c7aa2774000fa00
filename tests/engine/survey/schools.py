"""Random schools with answers, for what may be told of them."""

import random

from taoli.engine.survey import Cell, Place, PlaceKind
from taoli.engine.survey.tally import SCHOOL

Groups = dict[tuple[str, str], list[int]]
POINTS = 5


def school_of(chance: random.Random, ends: float = 0.2) -> Groups:
    """Return (grade, mentor) → marks: a few grades, mentors with none to twenty answers, some unanimous."""
    found: Groups = {}
    for grade in range(chance.randint(1, 4)):
        for mentor in range(chance.randint(1, 8)):
            n = chance.choice((0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 20))
            one = chance.choice((1, POINTS))
            alike = chance.random() < ends
            marks = [one if alike else chance.randint(1, POINTS) for _answer in range(n)]
            found[f"g{grade}", f"m{grade}-{mentor}"] = marks
    return found


def cells_of(groups: Groups) -> list[Cell]:
    """Return the cells of one question over school, grades and mentors."""
    found: dict[Place, list[int]] = {}
    for (grade, mentor), given in groups.items():
        around = Place(PlaceKind.GRADE, grade, SCHOOL)
        for place in (SCHOOL, around, Place(PlaceKind.MENTOR, mentor, around)):
            found.setdefault(place, []).extend(given)
    return [
        Cell("q", place, len(marks), tuple(marks.count(point) for point in range(1, POINTS + 1)), marks=True)
        for place, marks in found.items()
        if marks
    ]

"""From opened ballots to sums by question and place, before anything is kept back."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from taoli.engine.survey.questions import Question, QuestionKind

Ballot = Mapping[str, Any]


class PlaceKind(StrEnum):
    """The nested places that figures are made for."""

    SCHOOL = "school"
    GRADE = "grade"
    MENTOR = "mentor"


@dataclass(frozen=True, slots=True)
class Place:
    """The school (no id), a grade, a mentor; `within` is the place around it."""

    kind: PlaceKind
    id: str = ""
    within: "Place | None" = None


SCHOOL = Place(PlaceKind.SCHOOL)


@dataclass(frozen=True, slots=True)
class Cell:
    """The answers to one question in one place: how many people, how many for each answer. `marks`: the answers are
    points from 1 (`counts[0]`) upwards, so that they have a mean.
    """

    question: str
    place: Place
    n: int
    counts: tuple[int, ...]
    marks: bool

    @property
    def total(self) -> int:
        """The sum of the points."""
        return sum(point * count for point, count in enumerate(self.counts, start=1))


def tally(questions: Iterable[Question], ballots: Iterable[Ballot]) -> tuple[Cell, ...]:
    """Count every question that is not a free text for school, grades and mentors; an answer that the question does not
    know is no answer. Places nest: a mentor stands in the grade most of the answers on them come from, and so do all
    these answers.
    """
    given = list(ballots)
    grade_of = _grades(given)
    asked = [one for one in questions if one.kind is not QuestionKind.TEXT]
    numbers: Counter[tuple[str, Place]] = Counter()
    counts: dict[tuple[str, Place], Counter[int]] = defaultdict(Counter)
    for ballot in given:
        around = _places(ballot, grade_of)
        for question in asked:
            answers = chosen(question, ballot["answers"].get(question.key))
            for place in around if answers else ():
                numbers[question.key, place] += 1
                counts[question.key, place].update(answers)
    return tuple(
        Cell(
            question.key,
            place,
            n,
            tuple(counts[key, place][answer] for answer in range(_width(question))),
            marks=question.kind is QuestionKind.SCALE,
        )
        for question in asked
        for (key, place), n in sorted(numbers.items(), key=lambda one: (one[0][1].kind, one[0][1].id))
        if key == question.key
    )


def chosen(question: Question, value: Any) -> tuple[int, ...]:
    """Return the places of an answer in `counts`; nothing for one that the question does not know."""
    several = value if question.kind is QuestionKind.MANY and isinstance(value, list) else [value]
    numbers = [one for one in several if isinstance(one, int) and not isinstance(one, bool)]
    first = 1 if question.kind is QuestionKind.SCALE else 0
    return tuple(sorted({one - first for one in numbers if 0 <= one - first < _width(question)}))


def ballots_about(ballots: Iterable[Ballot]) -> Counter[str]:
    """Return mentor → how many answered about them, whatever they answered."""
    return Counter(ballot["mentor"] for ballot in ballots if ballot.get("mentor"))


def _width(question: Question) -> int:
    return question.most if question.kind is QuestionKind.SCALE else len(question.options)


def _grades(ballots: Iterable[Ballot]) -> dict[str, str]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for ballot in ballots:
        if ballot.get("mentor"):
            found[ballot["mentor"]][ballot.get("grade") or ""] += 1
    return {mentor: max(sorted(grades), key=grades.__getitem__) for mentor, grades in found.items()}


def _places(ballot: Ballot, grade_of: Mapping[str, str]) -> tuple[Place, ...]:
    mentor = ballot.get("mentor") or ""
    grade = grade_of[mentor] if mentor else ballot.get("grade") or ""
    around = Place(PlaceKind.GRADE, grade, SCHOOL) if grade else SCHOOL
    places = [SCHOOL, around] if grade else [SCHOOL]
    return tuple([*places, Place(PlaceKind.MENTOR, mentor, around)] if mentor else places)

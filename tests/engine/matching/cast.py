"""Short ways to write a round: `student("a", "x y")` wishes x first, then y; `x=y` is a tie."""

from itertools import product
from typing import Any

from hypothesis import strategies as st

from taoli.engine.matching import (
    PROMISE_CODES,
    Finding,
    Infeasible,
    Matching,
    Mentor,
    Outcome,
    Problem,
    Rules,
    Student,
    check,
)

FREE = Rules(max_classes_per_mentor=None)


def student(name: str, wishes: str = "", **more: Any) -> Student:
    return Student(name, wishes=tuple(tuple(tier.split("=")) for tier in wishes.split()), **more)


def mentor(name: str, most: int = 1, least: int = 0, **more: Any) -> Mentor:
    return Mentor(name, max=most, min=least, **more)


def matched(outcome: Outcome) -> Matching:
    assert isinstance(outcome, Matching), outcome
    return outcome


def impossible(outcome: Outcome) -> list[Finding]:
    assert isinstance(outcome, Infeasible), outcome
    return list(outcome.findings)


def hard(problem: Problem, seats: dict[str, str]) -> list[Finding]:
    return [one for one in check(problem, seats) if one.code not in PROMISE_CODES]


def any_seating(problem: Problem) -> bool:
    """Brute force: does any seating keep every hard rule?"""
    ids = [one.id for one in problem.students]
    for choice in product([one.id for one in problem.mentors], repeat=len(ids)):
        if not hard(problem, dict(zip(ids, choice, strict=True))):
            return True
    return False


MENTORS = "xyz"


@st.composite
def wish_lists(draw: Any) -> tuple[tuple[str, ...], ...]:
    order = draw(st.permutations(MENTORS))
    return tuple((one,) for one in order[: draw(st.integers(0, len(MENTORS)))])


@st.composite
def rounds(draw: Any, most: int = 6) -> Problem:
    """Strict wishes for three mentors of 0 to 2 seats with random marks; a fourth takes whoever is left."""
    names = "abcdef"[: draw(st.integers(1, most))]
    marks = st.dictionaries(st.sampled_from(names), st.sampled_from(["first", "fine"]))
    mentors = [mentor(one, draw(st.integers(0, 2)), marks=draw(marks)) for one in MENTORS]
    students = [Student(one, wishes=draw(wish_lists())) for one in names]
    return Problem((*students,), (*mentors, mentor("spare", 6)), FREE, draw(st.integers(0, 99)))


@st.composite
def ruled_rounds(draw: Any, most: int = 5) -> Problem:
    """Small rounds under every rule at once, often impossible."""
    names = "abcde"[: draw(st.integers(1, most))]
    some = st.frozensets(st.sampled_from(names), min_size=2, max_size=3) if len(names) > 1 else st.nothing()
    sets = st.lists(some, max_size=1).map(tuple) if len(names) > 1 else st.just(())
    pins = st.dictionaries(st.sampled_from(names), st.tuples(st.sampled_from("xy"), st.just("why")), max_size=1)
    students = [
        Student(
            one,
            class_id=draw(st.sampled_from(["", "1", "2", "3"])),
            gender=draw(st.sampled_from("fm")),
            categories=draw(st.sampled_from([frozenset(), frozenset({"k"})])),
            wishes=draw(wish_lists()),
        )
        for one in names
    ]
    mentors = [
        Mentor(
            one,
            min=draw(st.integers(0, 2)),
            target=draw(st.none() | st.integers(0, 3)),
            max=draw(st.integers(1, 4)),
            classes=draw(st.frozensets(st.sampled_from("123"), min_size=1)),
            absent=draw(st.booleans()) and draw(st.booleans()),
        )
        for one in MENTORS
    ]
    rules = Rules(
        max_classes_per_mentor=draw(st.sampled_from([None, 1, 2])),
        teaches_class=draw(st.booleans()) and draw(st.booleans()),
        apart=draw(sets),
        together=draw(sets),
        pinned=draw(pins),
        category_cap=draw(st.sampled_from([{}, {"k": 1}])),
    )
    return Problem(tuple(students), tuple(mentors), rules, draw(st.integers(0, 9)))

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from taoli.engine.matching.acceptance import Ints, deferred_acceptance
from tests.engine.rounds import ROUNDS


def one_by_one(wishes: Ints, turn: Ints, seats: Ints) -> list[int]:
    """Gale and Shapley as printed: a student at a time."""
    got = [-1] * len(wishes)
    held: list[list[tuple[int, int]]] = [[] for _ in seats]
    asked = [0] * len(wishes)
    queue = list(range(len(wishes)))
    while queue:
        student = queue.pop()
        got[student] = -1
        while asked[student] < wishes.shape[1] and wishes[student, asked[student]] >= 0:
            column = asked[student]
            asked[student] += 1
            group = held[wishes[student, column]]
            group.append((turn[student, column], student))
            group.sort()
            got[student] = column
            if len(group) <= seats[wishes[student, column]]:
                break
            student = group.pop()[1]
            got[student] = -1
    return got


def random_round(seed: int, students: int, mentors: int, ranks: int) -> tuple[Ints, Ints, Ints]:
    chance = np.random.default_rng(seed)
    wishes = np.array([chance.permutation(mentors)[:ranks] for _ in range(students)]).reshape(students, ranks)
    short = chance.integers(0, ranks + 1, students)
    wishes[np.arange(ranks)[None, :] >= short[:, None]] = -1
    turn = chance.permutation(students * ranks).reshape(students, ranks)
    return wishes.astype(np.int64), turn.astype(np.int64), chance.integers(0, 4, mentors)


@settings(max_examples=ROUNDS, deadline=None, derandomize=True)
@given(st.integers(0, 10_000), st.integers(0, 40), st.integers(1, 8))
def test_arrays_give_the_same_as_one_student_at_a_time(seed: int, students: int, mentors: int) -> None:
    wishes, turn, seats = random_round(seed, students, mentors, min(mentors, 4))
    assert deferred_acceptance(wishes, turn, seats).tolist() == one_by_one(wishes, turn, seats)


@settings(max_examples=ROUNDS, deadline=None, derandomize=True)
@given(st.integers(0, 10_000))
def test_relabelling_students_and_mentors_relabels_the_result(seed: int) -> None:
    wishes, turn, seats = random_round(seed, 30, 8, 4)
    chance = np.random.default_rng(seed + 1)
    rows, names = chance.permutation(30), chance.permutation(8)
    renamed = np.where(wishes >= 0, np.argsort(names)[wishes], -1)
    result = deferred_acceptance(renamed[rows], turn[rows], seats[names])
    assert result.tolist() == deferred_acceptance(wishes, turn, seats)[rows].tolist()


def test_nobody_or_no_wishes_gives_nothing() -> None:
    seats = np.array([1], dtype=np.int64)
    nobody = np.zeros((0, 2), dtype=np.int64)
    assert deferred_acceptance(nobody, nobody, seats).tolist() == []
    silent = np.zeros((2, 0), dtype=np.int64)
    assert deferred_acceptance(silent, silent, seats).tolist() == [-1, -1]


def test_a_mentor_without_seats_turns_everybody_away() -> None:
    wishes = np.array([[0, 1], [0, -1]], dtype=np.int64)
    turn = np.array([[0, 0], [1, 1]], dtype=np.int64)
    assert deferred_acceptance(wishes, turn, np.array([0, 1])).tolist() == [1, -1]

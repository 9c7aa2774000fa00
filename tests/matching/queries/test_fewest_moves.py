import datetime as dt
import uuid
from types import SimpleNamespace
from typing import Any

from taoli.engine.matching import Mentor, Problem, Rules, Student
from taoli.matching.queries.standing import Standing, propose

ONE, TWO, LEAVING = (str(uuid.UUID(int=number)) for number in (1, 2, 3))
ANN, BEN = (str(uuid.UUID(int=number)) for number in (11, 12))


def standing(room_of_two: int) -> Standing:
    """ONE teaches A and B and is full with BEN of B; TWO teaches B only; LEAVING held ANN of A."""
    seats: dict[str, str] = {ANN: LEAVING, BEN: ONE}
    live: dict[uuid.UUID, Any] = {
        uuid.UUID(student): SimpleNamespace(mentor_id=uuid.UUID(mentor), group_id=None, school_class_id=None)
        for student, mentor in seats.items()
    }
    problem = Problem(
        students=(Student(ANN, class_id="A"), Student(BEN, class_id="B")),
        mentors=(
            Mentor(ONE, max=1, classes=frozenset("AB")),
            Mentor(TWO, max=room_of_two, classes=frozenset("B")),
            Mentor(LEAVING, max=1, classes=frozenset("A")),
        ),
        rules=Rules(teaches_class=True),
    )
    scheme: Any = None
    return Standing(1, dt.date(2026, 10, 12), scheme, problem, live, {}, {}, {})


def test_others_move_only_where_nobody_could_be_placed_otherwise() -> None:
    assert propose(standing(1), [ANN], avoid={LEAVING}) == {ANN: ONE, BEN: TWO}


def test_where_nothing_helps_the_student_waits_and_nobody_moves() -> None:
    assert propose(standing(0), [ANN], avoid={LEAVING}) == {ANN: ""}


def test_a_free_seat_moves_nobody() -> None:
    assert propose(standing(1), [BEN], avoid={ONE}) == {BEN: TWO}

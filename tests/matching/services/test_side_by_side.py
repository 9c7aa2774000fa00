"""Two people on one board at the same moment, on either database."""

import threading
import uuid
from collections.abc import Callable, Sequence

import pytest
from django.db import connection

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.matching import services
from taoli.matching.models import MatchRun, Seat, SeatMove
from tests.world import World


def at_once(works: Sequence[Callable[[], object]]) -> list[object]:
    """Run the works in threads that begin together; return what each returned, or the refusal.

    SQLite has one writer at a time, and the tests' own lives in one connection: there they come one after another.
    """
    if connection.vendor == "sqlite":
        return [_done(work) for work in works]
    start, found = threading.Barrier(len(works)), dict[int, object]()

    def run(place: int, work: Callable[[], object]) -> None:
        try:
            start.wait(20)
            found[place] = _done(work)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return [found[place] for place in sorted(found)]


def _done(work: Callable[[], object]) -> object:
    try:
        return work()
    except TaoliError as refusal:
        return refusal


def mover(
    run: MatchRun, by: Actor, student: uuid.UUID, mentor: uuid.UUID, *, override: bool = True
) -> Callable[[], object]:
    def work() -> int:
        return services.move_seat(
            by=by, run_id=run.pk, student_id=student, mentor_id=mentor, reason="同时", override=override, edit=0
        )

    return work


@pytest.mark.django_db(transaction=True)
def test_different_students_are_both_moved(world: World, fair_run: MatchRun) -> None:
    office = world.office
    goals = {"吴桐": "李慧", "赵思源": "周宁"}
    works = [mover(fair_run, office, world.students[one].pk, world.staff[to].pk) for one, to in goals.items()]
    assert at_once(works) == [1, 1]
    seats = Seat.objects.of(world.school).filter(run=fair_run).select_related("student", "mentor")
    now = {seat.student.name: seat.mentor.name for seat in seats}
    assert {one: now[one] for one in goals} == goals
    assert sorted(row.number for row in SeatMove.objects.of(world.school)) == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_one_student_is_moved_once_and_the_other_hand_reads_why(world: World, fair_run: MatchRun) -> None:
    office = world.office
    student = world.students["吴桐"].pk
    done = at_once([mover(fair_run, office, student, world.staff[to].pk) for to in ("李慧", "陈立")])
    assert sorted(str(type(one).__name__) for one in done) == ["ConflictError", "int"]
    (told,) = [one for one in done if isinstance(one, ConflictError)]
    assert "孙悦老师刚移动了学生。吴桐：周宁 → " in str(told)
    assert SeatMove.objects.of(world.school).count() == 1


@pytest.mark.django_db(transaction=True)
def test_last_seat_is_given_once(world: World, fair_run: MatchRun) -> None:
    """Both see one free seat with 李慧 and none insists: the second is judged with the first one's student in it."""
    office = world.office
    free = world.staff["李慧"]
    assert Seat.objects.of(world.school).filter(run=fair_run, mentor=free).count() == 1
    works = [mover(fair_run, office, world.students[name].pk, free.pk, override=False) for name in ("赵思源", "吴桐")]
    done = at_once(works)
    assert sorted(str(type(one).__name__) for one in done) == ["TaoliError", "int"]
    assert Seat.objects.of(world.school).filter(run=fair_run, mentor=free).count() == 2

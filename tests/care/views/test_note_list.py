import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.care.models import Holding
from taoli.common import clock
from taoli.common.models import ViewLog
from tests.care.counselling import NOTE, in_care, noted
from tests.world import World


def url(world: World, name: str = "林子涵") -> str:
    return f"/care/students/{world.students[name].pk}/notes/"


def test_whoever_holds_the_student_reads_and_each_reading_is_logged(world: World) -> None:
    in_care(world)
    note = noted(world)
    assert NOTE in world.client("何静").get(url(world)).content.decode()
    assert ViewLog.objects.of(world.school).get(page="care:note_list").ids == [str(note.pk)]


def test_without_the_log_nothing_is_shown(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    in_care(world)
    noted(world)

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError

    monkeypatch.setattr("taoli.care.queries.sealed.log_view", refuse)
    with pytest.raises(OSError, match=r"^$"):
        world.client("何静").get(url(world))


def test_a_counsellor_who_holds_the_student_no_more_has_lost_it(world: World) -> None:
    in_care(world)
    noted(world)
    Holding.objects.of(world.school).update(ends=clock.now())
    assert world.client("何静").get(url(world)).status_code == 404


def test_a_student_not_held_and_one_of_another_school_are_not_found(world: World) -> None:
    assert world.stranger is not None
    in_care(world)
    assert world.client("何静").get(url(world, "周一诺")).status_code == 404
    assert world.client("何静").get(f"/care/students/{world.stranger.pk}/notes/").status_code == 404


@pytest.mark.parametrize("name", ["王敏", "李慧", "赵国栋", "孙悦", "钱程", "吴考", "郑明", "林子涵", "林母"])
def test_nobody_else_opens_it(world: World, name: str) -> None:
    in_care(world)
    assert world.client(name).get(url(world)).status_code == 403


def test_it_takes_as_many_queries_for_three_notes_as_for_one(world: World) -> None:
    in_care(world)
    client, counts = world.client("何静"), []
    noted(world)
    for more in (0, 2):
        for place in range(more):
            noted(world, f"第 {place} 次")
        with CaptureQueriesContext(connection) as caught:
            client.get(url(world))
        counts.append(len(caught))
    assert counts[0] == counts[1]

import uuid

from taoli.matching.models import FirstMeeting
from tests.matching.published import published_round
from tests.notifications.conftest import at
from tests.world import TODAY, World


def test_held_with_one_tap_and_who_was_not_there(world: World) -> None:
    choice = published_round(world)
    client, url = world.client("王敏"), f"/matching/rounds/{choice.pk}/meeting/mine/"
    page = client.get(url).content.decode()
    assert "林子涵" in page
    assert "孙浩然" not in page
    child = world.students["周一诺"].pk
    form = {"held": "1", "absent": [str(child), str(world.students["吴桐"].pk)], "op": str(uuid.uuid4())}
    for _each in range(2):
        assert client.post(url, form)["Location"] == url
    row = FirstMeeting.objects.of(world.school).get()
    assert (row.mentor, row.held_on, row.absent) == (world.staff["王敏"], TODAY, [str(child)])
    assert "已记下：11月23日 见面。" in client.get(url).content.decode()


def test_another_time_for_the_own_students(world: World) -> None:
    choice = published_round(world)
    client, url = world.client("王敏"), f"/matching/rounds/{choice.pk}/meeting/mine/"
    client.post(url, {"at": "2026-11-26T12:30", "place": "图书馆"})
    row = FirstMeeting.objects.of(world.school).get()
    assert (row.mentor, row.at, row.place) == (world.staff["王敏"], at(11, 26, 12, 30), "图书馆")
    assert client.post(url, {"at": "2026-11-26T22:30"}).status_code == 200


def test_a_mentor_without_students_has_no_meeting(world: World) -> None:
    assert world.client("王敏").get(f"/matching/rounds/{uuid.uuid4()}/meeting/mine/").status_code == 404

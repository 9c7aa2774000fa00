import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.archive.services import open_evaluations
from taoli.roster.models import Term
from tests.archive.speaking import proof, release, speak
from tests.world import World

URL = "/archive/evaluations/"


def test_the_class_stands_there_with_who_has_spoken(world: World) -> None:
    speak(world)
    page = world.client("李慧").get(URL).content.decode()
    assert "正在填写" in page
    assert "为 2 名学生开启" in page
    assert "/proof/" in page
    proof(world)
    assert "把 1 份发给家长" in world.client("李慧").get(URL).content.decode()
    release(world)
    assert "撤回" in world.client("李慧").get(URL).content.decode()


def test_the_office_chooses_any_class_and_a_homeroom_teacher_the_own(world: World) -> None:
    room = world.classes["高一(2)班"].pk
    assert "赵思源" in world.client("孙悦").get(f"{URL}?room={room}").content.decode()
    assert "赵思源" not in world.client("李慧").get(f"{URL}?room={room}").content.decode()


@pytest.mark.parametrize("name", ["王敏", "赵国栋", "钱程", "林子涵", "林母"])
def test_others_do_not_open_it(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403


def test_without_a_term_it_says_so(world: World) -> None:
    Term.objects.of(world.school).update(starts="2027-02-22", ends="2027-07-01")
    assert "还没有学期" in world.client("李慧").get(URL).content.decode()


def test_it_takes_as_many_queries_for_three_students_as_for_one(world: World) -> None:
    client, counts = world.client("孙悦"), []
    for name in ("高二(1)班", "高一(1)班"):
        room = world.classes[name].pk
        open_evaluations(by=world.office, class_id=room, term_id=world.term.pk)
        with CaptureQueriesContext(connection) as caught:
            client.get(f"{URL}?room={room}")
        counts.append(len(caught))
    assert counts[0] == counts[1]

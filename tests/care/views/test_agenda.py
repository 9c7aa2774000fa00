import uuid

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.care.models import AgendaNote
from taoli.care.services.agenda import note_for_agenda
from taoli.roster.models import Student
from tests.world import World


def put(world: World, *names: str, by: str = "李慧") -> int:
    return note_for_agenda(by=world.actor(by), student_ids=[world.students[name].pk for name in names])


def get(world: World, name: str = "李慧") -> str:
    answer = world.client(name).get("/care/agenda/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_names_whom_one_wants_to_speak_of(settled: World) -> None:
    assert put(settled, "林子涵", "孙浩然") == 2
    page = get(settled)
    assert "林子涵" in page
    assert f'href="/guidance/students/{settled.students["孙浩然"].pk}/"' in page


def test_it_is_seen_by_its_owner_only(settled: World) -> None:
    put(settled, "林子涵")
    assert "林子涵" not in get(settled, "赵国栋")
    assert settled.client("王敏").get("/care/agenda/").status_code == 403


def test_who_is_no_longer_within_reach_is_no_longer_shown(settled: World) -> None:
    put(settled, "林子涵")
    Student.objects.of(settled.school).filter(name="林子涵").update(school_class=settled.classes["高一(2)班"])
    assert "林子涵" not in get(settled)


def test_an_empty_list_says_how_it_fills(settled: World) -> None:
    assert "名单是空的" in get(settled)


def test_it_asks_no_more_questions_with_more_students(settled: World) -> None:
    put(settled, "林子涵")
    client = settled.client("李慧")
    with CaptureQueriesContext(connection) as few:
        client.get("/care/agenda/")
    put(settled, "周一诺", "孙浩然")
    with CaptureQueriesContext(connection) as many:
        client.get("/care/agenda/")
    assert len(many) == len(few)


def test_strangers_are_not_put_on_it(settled: World) -> None:
    assert settled.stranger is not None
    ids = [settled.stranger.pk, settled.students["吴桐"].pk, uuid.uuid4()]
    assert note_for_agenda(by=settled.actor("李慧"), student_ids=ids) == 0
    assert not AgendaNote.objects.of(settled.school).exists()

import uuid

from django.test import Client

from taoli.guidance.models import TalkAsk, UnsafeAlarm
from taoli.guidance.services.alarms import answer_alarm
from taoli.guidance.services.talk_codes import issue_slips
from tests.guidance.talking import alarm_of, body, mentor_key, watch
from tests.world import World

PAGE = "/guidance/talk/me/"


def seated(world: World) -> Client:
    """周一诺, who has no account, has typed the code at the class computer."""
    slips = issue_slips(by=world.office, room_id=world.classes["高一(1)班"].pk)
    slip = next(one for one in slips if one.student.name == "周一诺")
    client = Client()
    client.post("/guidance/talk/", {"code": slip.keep})
    return client


def test_sending_clears_the_screen_and_nothing_comes_back(world: World) -> None:
    client = seated(world)
    page = client.get(PAGE)
    assert page["Cache-Control"].count("no-store") == 1
    who = page.context["who"]
    data = {"adult": mentor_key(world), "text": "作业写不完", "who": str(who), "op": str(uuid.uuid4())}
    assert client.post(PAGE, data)["Location"] == "/guidance/talk/?done=sent"
    assert client.get(PAGE)["Location"] == "/guidance/talk/"
    assert "周一诺" not in body(client, "/guidance/talk/?done=sent")
    row = TalkAsk.objects.of(world.school).get()
    assert (row.student.name, row.source, row.text) == ("周一诺", "room", "作业写不完")


def test_a_form_of_another_student_ends_it_without_a_trace(world: World) -> None:
    client = seated(world)
    data = {"adult": mentor_key(world), "text": "别人", "who": str(uuid.uuid4())}
    assert client.post(PAGE, data)["Location"] == "/guidance/talk/"
    assert not TalkAsk.objects.of(world.school).exists()


def test_without_a_code_or_with_a_forged_one_there_is_nothing(world: World) -> None:
    client = Client()
    assert client.get(PAGE)["Location"] == "/guidance/talk/"
    client.cookies["talk"] = "1.2.3:forged"
    assert client.get(PAGE)["Location"] == "/guidance/talk/"
    assert client.post(PAGE, {"unsafe": "1"})["Location"] == "/guidance/talk/"
    assert not UnsafeAlarm.objects.of(world.school).exists()


def test_a_reprint_ends_the_old_code(world: World) -> None:
    client = seated(world)
    issue_slips(by=world.office, room_id=world.classes["高一(1)班"].pk)
    assert client.get(PAGE)["Location"] == "/guidance/talk/"


def test_the_unsafe_button_says_who_is_called_and_then_who_comes(world: World) -> None:
    watch(world, "赵国栋")
    client = seated(world)
    assert client.post(PAGE, {"unsafe": "1"})["Location"] == PAGE
    assert "赵老师" in body(client, PAGE)
    answer_alarm(by=world.actor("赵国栋"), pk=alarm_of(world).pk)
    part = client.get(PAGE, headers={"HX-Request": "true"}).content.decode()
    assert "赵老师已经回应" in part
    assert "<html" not in part


def test_a_wish_without_an_adult_is_not_sent_and_leaving_clears(world: World) -> None:
    client = seated(world)
    assert "请选一位老师" in client.post(PAGE, {"text": "想说"}).content.decode()
    assert client.post(PAGE, {"leave": "1"})["Location"] == "/guidance/talk/"
    assert not TalkAsk.objects.of(world.school).exists()

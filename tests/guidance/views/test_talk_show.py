import uuid

from taoli.guidance.models import TalkAsk
from tests.guidance.talking import asked, body
from tests.world import World


def test_opening_marks_it_read_and_the_answer_reaches_the_student(world: World) -> None:
    row, client = asked(world, "<b>想聊</b>"), world.client("王敏")
    page = body(client, f"/guidance/talks/{row.pk}/")
    assert "&lt;b&gt;想聊" in page
    assert TalkAsk.objects.of(world.school).get().read_at is not None
    data = {"answer": "今天 12:20，办公室", "op": str(uuid.uuid4())}
    assert client.post(f"/guidance/talks/{row.pk}/", data)["Location"] == "/guidance/talks/"
    assert "今天 12:20" in body(world.client("林子涵"), "/my-mentor/")


def test_an_empty_answer_and_one_taken_back_are_told_kindly(world: World) -> None:
    row, client = asked(world), world.client("王敏")
    assert "请写几个字" in client.post(f"/guidance/talks/{row.pk}/", {"answer": ""}).content.decode()
    TalkAsk.objects.of(world.school).update(state="taken_back")
    assert client.get(f"/guidance/talks/{row.pk}/").status_code == 404


def test_another_adult_gets_404_as_if_there_were_none(world: World) -> None:
    row = asked(world)
    for name in ("李慧", "赵国栋", "孙悦", "钱程"):
        assert world.client(name).get(f"/guidance/talks/{row.pk}/").status_code == 404
    assert TalkAsk.objects.of(world.school).get().read_at is None

from taoli.guidance.models import FamilyMessage
from taoli.guidance.services import answer_message
from tests.world import World

URL = "/family/message/"


def test_a_parent_writes_and_sees_read_and_answer(settled: World) -> None:
    client = settled.client("林母")
    assert "导师会收到提醒" in client.get(URL).content.decode()
    sent = {"student": str(settled.students["林子涵"].pk), "text": "孩子睡得晚"}
    assert client.post(URL, sent).status_code == 302
    assert "还没有读" in client.get(URL).content.decode()
    answer_message(by=settled.actor("王敏"), pk=FamilyMessage.objects.of(settled.school).get().pk, text="好的，我留意")
    assert "好的，我留意" in client.get(URL).content.decode()


def test_another_child_and_no_words_are_refused(settled: World) -> None:
    client = settled.client("林母")
    other = str(settled.students["周一诺"].pk)
    assert client.post(URL, {"student": other, "text": "你好"}).status_code == 200
    assert client.post(URL, {"student": str(settled.students["林子涵"].pk), "text": " "}).status_code == 200
    assert FamilyMessage.objects.of(settled.school).count() == 0
    assert settled.client("林子涵").get(URL).status_code == 403

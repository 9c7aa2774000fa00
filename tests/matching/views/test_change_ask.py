from taoli.matching.models import ChangeAsk
from tests.world import World

URL = "/matching/my-mentor/change/"


def test_a_student_asks_in_private_and_nobody_but_the_office_sees_it(going: World) -> None:
    client, pk = going.client("林子涵"), str(going.students["林子涵"].pk)
    assert client.post(URL, {"student": pk, "reason": "想和数学老师聊"}).status_code == 302
    assert "等德育处答复" in client.get(URL).content.decode()
    assert "已经收到" in client.post(URL, {"student": pk, "reason": "再说一次"}).content.decode()
    for name in ("王敏", "李慧", "赵国栋", "钱程"):
        assert going.client(name).get("/matching/asks/").status_code == 403
    assert "等德育处答复" not in going.client("林母").get(URL).content.decode()


def test_a_guardian_asks_for_the_own_child_only(going: World) -> None:
    client = going.client("林母")
    assert client.post(URL, {"student": str(going.students["周一诺"].pk), "reason": ""}).status_code == 200
    assert not ChangeAsk.objects.of(going.school).exists()
    assert client.post(URL, {"student": str(going.students["林子涵"].pk), "reason": ""}).status_code == 302
    assert ChangeAsk.objects.of(going.school).get().guardian

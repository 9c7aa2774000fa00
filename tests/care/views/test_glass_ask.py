import pytest

from taoli.care.models import GlassBreak
from taoli.notifications.models import Notice
from tests.care.counselling import NOTE, REASON, in_care, noted, sent
from tests.world import World

URL = "/care/glass/ask/"


def said(world: World, **changes: str) -> dict[str, str]:
    second = str(world.staff["孙悦"].pk)
    return sent(**{"name": "林子涵", "reason": REASON, "hours": "2", "second": second, **changes})


def test_the_principal_opens_for_hours_and_the_second_person_is_told_at_once(world: World) -> None:
    in_care(world)
    noted(world)
    client = world.client("钱程")
    assert "第二人" in client.get(URL).content.decode()
    page = client.post(URL, said(world), follow=True).content.decode()
    assert NOTE in page
    row = GlassBreak.objects.of(world.school).get()
    assert (row.ends_at - row.asked_at).total_seconds() == 7200
    assert REASON not in row.reason
    notice = Notice.objects.of(world.school).get(kind="glass_broken")
    assert (notice.receiver_id, notice.params, notice.due_at) == (world.staff["孙悦"].pk, {}, notice.made_at)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"reason": "看看"}, "为什么必须打开"),
        ({"hours": "25"}, "24"),
        ({"hours": "0"}, "1"),
        ({"name": "没有这个人"}, "没有这个名字"),
        ({"second": ""}, "必填"),
    ],
)
def test_bad_input_opens_nothing(world: World, change: dict[str, str], words: str) -> None:
    answer = world.client("钱程").post(URL, said(world, **change))
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not GlassBreak.objects.of(world.school).exists()


def test_nobody_is_second_to_oneself_and_nobody_opens_twice(world: World) -> None:
    client = world.client("钱程")
    assert client.post(URL, said(world, second=str(world.staff["钱程"].pk))).status_code == 200
    assert client.post(URL, said(world)).status_code == 302
    assert "已经对您打开" in client.post(URL, said(world)).content.decode()
    assert GlassBreak.objects.of(world.school).count() == 1


@pytest.mark.parametrize("name", ["王敏", "李慧", "赵国栋", "孙悦", "吴考", "何静", "郑明"])
def test_nobody_but_the_principal_asks(world: World, name: str) -> None:
    assert world.client(name).get(URL).status_code == 403

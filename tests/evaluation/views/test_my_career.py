import uuid

from taoli.evaluation.models import CareerEntry
from tests.evaluation.honouring import published, sent, url
from tests.world import World

URL = url("my_career")
SAID = {"happened_on": "2026-10-09", "kind": "award", "text": "市优质课二等奖", "proof": "证书"}


def test_it_has_what_is_published_and_the_totals_only_when_asked(world: World) -> None:
    published(world)
    client = world.client("王敏")
    page = client.get(URL).content.decode()
    assert "担任 3 名学生的导师" in page
    assert "8 / 10" not in page
    assert 'href="/oversight/stars/mine/"' in page
    assert "8 / 10" in client.get(f"{URL}?points=1").content.decode()


def test_a_line_is_added_once_and_taken_out(world: World) -> None:
    client, said = world.client("王敏"), sent(**SAID)
    for _each in range(2):
        client.post(URL, said)
    row = CareerEntry.objects.of(world.school).get()
    assert "等待确认" in client.get(URL).content.decode()
    client.post(URL, sent(drop=str(row.pk)))
    assert not CareerEntry.objects.of(world.school).exists()
    assert client.post(URL, sent(drop=str(uuid.uuid4()))).status_code == 404


def test_what_is_wrong_is_said_and_kept(world: World) -> None:
    page = world.client("王敏").post(URL, sent(**{**SAID, "happened_on": "2027-01-01"})).content.decode()
    assert "还没有到" in page
    assert "市优质课二等奖" in page
    assert world.client("钱程").get(URL).status_code == 403

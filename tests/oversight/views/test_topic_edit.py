from taoli.oversight.models import Topic
from tests.conftest import NOW
from tests.oversight.training import sent, url
from tests.world import World

URL = url("topic_edit")


def test_a_topic_is_written_once_and_changed(world: World) -> None:
    client = world.client("孙悦")
    known = {
        "title": "走班下的导师制",
        "level": "city",
        "leader_id": str(world.staff["李慧"].pk),
        "members": "",
        "result": "",
    }
    said = sent(**known, edit=0)
    for _each in range(2):
        assert "/oversight/topics/" in client.post(URL, said)["Location"]
    row = Topic.objects.of(world.school).get()
    here = f"{URL}?topic={row.pk}"
    assert "走班下的导师制" in client.get(here).content.decode()
    client.post(here, sent(**{**known, "result": "两篇论文"}, edit=row.edit))
    row.refresh_from_db()
    assert row.result == "两篇论文"
    assert "刚被别人改过" in client.post(here, sent(**known, edit=0)).content.decode()
    assert client.post(URL, sent(**{**known, "leader_id": ""}, edit=0)).context["form"].errors["leader_id"]
    assert client.get(f"{URL}?topic=nonsense").status_code == 404


def test_a_leader_who_has_left_stays_until_another_is_named(world: World) -> None:
    client, leader = world.client("孙悦"), world.staff["李慧"]
    known = {"title": "走班下的导师制", "level": "city", "leader_id": str(leader.pk), "members": "", "result": ""}
    client.post(URL, sent(**known, edit=0))
    leader.left_on = NOW.date()
    leader.save(update_fields=["left_on"])
    row = Topic.objects.of(world.school).get()
    client.post(f"{URL}?topic={row.pk}", sent(**{**known, "result": "两篇论文"}, edit=row.edit))
    row.refresh_from_db()
    assert (row.result, row.leader_id) == ("两篇论文", leader.pk)
    assert client.post(URL, sent(**known, edit=0)).context["form"].errors["leader_id"]

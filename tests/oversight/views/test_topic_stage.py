from taoli.oversight.models import TopicStage
from tests.oversight.sharing import topic
from tests.oversight.training import sent, url
from tests.world import World


def test_a_stage_is_noted_once_and_put_right(world: World) -> None:
    row, client = topic(world), world.client("孙悦")
    here = url("topic_stage", row.pk)
    for day in ("2026-11-01", "2026-11-02"):
        assert client.post(here, sent(step="begun", day=day, document=""))["Location"] == url("topic_show", row.pk)
    assert TopicStage.objects.of(world.school).get().day.isoformat() == "2026-11-02"
    assert client.post(here, sent(step="begun", day="2026-12-02")).status_code == 409
    assert "请选择环节" in client.post(here, sent(step="nonsense")).content.decode()

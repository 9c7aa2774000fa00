import uuid

from taoli.matching.models import MatchRun, Seat
from tests.matching.views.test_run_drop import drop
from tests.world import World


def test_undo_is_done_once_and_answers_what_changed(world: World, fair_run: MatchRun) -> None:
    client = world.client("孙悦")
    before = Seat.objects.of(world.school).get(run=fair_run, student=world.students["赵思源"]).mentor_id
    drop(world, client, fair_run, "赵思源", "周宁", override="on")
    op = str(uuid.uuid4())
    for _each in range(2):
        told = client.post(f"/matching/runs/{fair_run.pk}/undo/1/", {"since": 1, "op": op}, follow=True).json()
        assert told["seats"] == [[str(world.students["赵思源"].pk), str(before), "第1志愿", False, 2]]
        assert told["undo"] is None
    again = client.post(f"/matching/runs/{fair_run.pk}/undo/1/", {"since": "x"})
    assert again.status_code == 409
    assert again.json()["text"] == "这次移动已被撤销，或者其中的学生后来又移动过。"

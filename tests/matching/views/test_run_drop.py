import uuid
from typing import Any

from django.test import Client

from taoli.matching.models import MatchRun, Seat
from tests.world import World


def drop(world: World, client: Client, run: MatchRun, student: str, mentor: str, **more: Any) -> Any:
    given = {"card": world.students[student].pk, "column": world.staff[mentor].pk, "edit": 0, "since": 0}
    given |= {"reason": "家长申请", "op": str(uuid.uuid4())}
    return client.post(f"/matching/runs/{run.pk}/drop/", given | more, follow=True)


def test_drop_moves_once_and_answers_what_changed(world: World, fair_run: MatchRun) -> None:
    client = world.client("孙悦")
    op = str(uuid.uuid4())
    for _each in range(2):
        told = drop(world, client, fair_run, "吴桐", "李慧", override="on", op=op).json()
        assert told["edit"] == 1
        assert told["seats"] == [[str(world.students["吴桐"].pk), str(world.staff["李慧"].pk), "未填志愿", True, 1]]
        assert told["loads"][str(world.staff["李慧"].pk)] == 2
        assert told["lines"] == []
        assert told["undo"]["number"] == 1


def test_refused_drop_says_why_and_what_others_did(world: World, fair_run: MatchRun) -> None:
    other = world.client("赵国栋")
    seen = Seat.objects.of(world.school).get(run=fair_run, student=world.students["林子涵"]).mentor.name
    first, second = [name for name in ("周宁", "李慧", "陈立") if name != seen][:2]
    assert drop(world, other, fair_run, "林子涵", first).status_code == 200
    answer = drop(world, world.client("孙悦"), fair_run, "林子涵", second)
    assert answer.status_code == 409
    told = answer.json()
    assert told["text"].startswith("赵国栋老师刚移动了学生。林子涵：")
    assert told["news"]["lines"] == [f"赵国栋老师刚移动了学生。林子涵：{seen} → {first}。"]
    assert told["news"]["undo"] is None


def test_drop_without_a_reason_is_asked_for_one(world: World, fair_run: MatchRun) -> None:
    answer = drop(world, world.client("孙悦"), fair_run, "吴桐", "李慧", reason="")
    assert answer.json()["text"] == "请写明理由，理由会和这次调整一起保留。"


def test_nonsense_is_not_found(world: World, fair_run: MatchRun) -> None:
    assert drop(world, world.client("孙悦"), fair_run, "吴桐", "李慧", card="x").status_code == 404
    assert drop(world, world.client("赵国栋"), fair_run, "吴桐", "李慧").status_code == 404

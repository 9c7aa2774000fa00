import uuid
from typing import Any

from taoli.matching import services
from taoli.matching.models import MatchRun, Seat
from tests.world import World


def url(world: World, run: MatchRun, student: str) -> str:
    return f"/matching/runs/{run.pk}/students/{world.students[student].pk}/move/"


def filled(world: World, run: MatchRun, mentor: str, **more: Any) -> dict[str, Any]:
    return {"mentor": world.staff[mentor].pk, "reason": "家长申请", "edit": 0, **more}


def test_move_is_saved_once_and_shown_as_moved_by_hand(world: World, assigned_run: MatchRun) -> None:
    client = world.client("孙悦")
    form = filled(world, assigned_run, "王敏", op=str(uuid.uuid4()))
    for _each in range(2):
        answer = client.post(url(world, assigned_run, "孙浩然"), form)
        assert answer["Location"] == f"/matching/runs/{assigned_run.pk}/"
    assigned_run.refresh_from_db()
    assert assigned_run.edit == 1
    assert "其中人工调整 1 名" in client.get(f"/matching/runs/{assigned_run.pk}/").content.decode()


def test_move_without_a_reason_is_asked_for_one(world: World, assigned_run: MatchRun) -> None:
    form = filled(world, assigned_run, "王敏", reason="")
    page = world.client("孙悦").post(url(world, assigned_run, "孙浩然"), form).content.decode()
    assert "请写明理由，理由会和这次调整一起保留。" in page


def test_broken_rule_is_told_and_what_was_typed_is_kept(world: World, fair_run: MatchRun) -> None:
    page = world.client("孙悦").post(url(world, fair_run, "吴桐"), filled(world, fair_run, "王敏")).content.decode()
    assert "王敏会有 3 名学生，比上限 2 多 1 名。" in page
    assert "如果仍要移动，请勾选下面一项。" in page
    assert 'value="家长申请"' in page
    assert Seat.objects.of(world.school).exclude(moved_reason="").count() == 0


def test_only_the_office_is_offered_to_pass_a_limit(world: World, fair_run: MatchRun) -> None:
    assert 'name="override"' in world.client("孙悦").get(url(world, fair_run, "林子涵")).content.decode()
    assert 'name="override"' not in world.client("赵国栋").get(url(world, fair_run, "林子涵")).content.decode()


def test_stale_board_is_told_with_the_text_kept(world: World, fair_run: MatchRun) -> None:
    stale = filled(world, fair_run, "周宁", override="on")
    services.move_seat(
        by=world.office,
        run_id=fair_run.pk,
        student_id=world.students["林子涵"].pk,
        mentor_id=world.staff["李慧"].pk,
        reason="先到",
        override=True,
        edit=0,
    )
    client = world.client("孙悦")
    page = client.post(url(world, fair_run, "林子涵"), stale).content.decode()
    assert "孙悦老师刚移动了学生。林子涵：" in page
    assert "→ 李慧。请再看一看；你填的内容还在。" in page
    assert 'value="家长申请"' in page
    assert client.post(url(world, fair_run, "林子涵"), stale | {"edit": 1}).status_code == 302


def test_published_result_is_shown_instead(world: World, fair_run: MatchRun) -> None:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=world.term.starts)
    answer = world.client("孙悦").get(url(world, fair_run, "林子涵"))
    assert answer["Location"] == f"/matching/runs/{fair_run.pk}/"

import uuid

import pytest

from taoli.common.models import ViewLog
from tests.oversight.drawing import announced, answered, call_of, calling, drawn, frozen, on
from tests.world import TODAY, World


def show(world: World, pk: uuid.UUID, name: str = "孙悦") -> str:
    return world.client(name).get(f"/oversight/calls/{pk}/").content.decode()


def test_each_step_says_what_is_asked_now(world: World) -> None:
    row = announced(world)
    assert "冻结名单" in show(world, row.pk)
    assert "/freeze/" not in show(world, row.pk, "钱程")
    with on(11, 25):
        assert "没有按时冻结名单" in show(world, row.pk)
    frozen(world, row)
    assert "名单已冻结" in show(world, row.pk)
    assert "抽取序号" in show(world, drawn(world).pk)
    short = drawn(world, k=20)
    assert "全部回访" in show(world, short.pk)


def test_names_are_seen_at_the_school_only_and_the_look_is_noted(world: World) -> None:
    row = calling(world)
    with on(11, 26):
        page = show(world, row.pk)
        assert sum(name in page for name in world.students) == 3
        assert "打印纸条" in page
        assert "/places/" not in show(world, row.pk, "钱程")
    answered(world, row)
    with on(11, 28):
        assert "已经答" not in show(world, row.pk)
    with on(12, 5):
        assert "看结果" in show(world, row.pk)
    assert ViewLog.objects.filter(school_id=world.school.pk, noun="oversight.call").count() == 4


def test_who_has_left_meanwhile_is_said_so(world: World) -> None:
    row = calling(world, k=20)
    child = world.students["吴桐"]
    child.left_on = TODAY
    child.save(update_fields=["left_on"])
    with on(11, 26):
        assert "已不在校" in show(world, row.pk)


@pytest.mark.parametrize("state", ["spared", "told"])
def test_when_all_is_done_nothing_is_asked(world: World, state: str) -> None:
    row = drawn(world)
    call = call_of(world, row)
    call.state, call.told_at = state, call.frozen_at
    call.save(update_fields=["state", "told_at"])
    assert "没有要做的" in show(world, row.pk)


def test_a_draw_that_is_none_is_not_found(world: World) -> None:
    assert world.client("孙悦").get(f"/oversight/calls/{uuid.uuid4()}/").status_code == 404

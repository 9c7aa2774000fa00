from taoli.common.models import ViewLog
from taoli.oversight.models import CallTally, DrawPart
from taoli.oversight.services.draws import close_draw
from taoli.oversight.services.telling import open_result
from tests.oversight.drawing import answered, call_of, calling, on
from tests.world import World


def test_the_school_sees_what_may_be_told_adds_a_sentence_and_tells(world: World) -> None:
    row = calling(world)
    answered(world, row)
    client, url = world.client("孙悦"), f"/oversight/calls/{row.pk}/result/"
    assert client.get(url)["Location"] == f"/oversight/calls/{row.pk}/"
    with on(12, 5):
        open_result(by=world.office, draw_id=row.pk)
        assert "不足 5 份回答" in client.get(url).content.decode()
        CallTally.objects.of(world.school).filter(list=call_of(world, row), question="knows").update(n=4)
        assert "是 4" in client.get(url).content.decode()
        CallTally.objects.of(world.school).filter(list=call_of(world, row), question="knows").update(n=1)
        page = client.post(url, {"remark": "家访月刚开始"}, follow=True).content.decode()
    assert "计数已报教育局" in page
    assert "家访月刚开始" in page
    assert DrawPart.objects.of(row.school_id).get(draw=row).remark == "家访月刚开始"
    assert ViewLog.objects.filter(school_id=world.school.pk, page="oversight:call_result").exists()


def test_what_the_bureau_does_not_take_any_more_is_said(world: World) -> None:
    row = calling(world)
    with on(12, 20):
        open_result(by=world.office, draw_id=row.pk)
        close_draw(by=world.actor("郑岚"), draw_id=row.pk)
        page = world.client("孙悦").post(f"/oversight/calls/{row.pk}/result/", {"remark": "晚了"}).content.decode()
    assert "不再接收计数" in page
    assert "晚了" in page

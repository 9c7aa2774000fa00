import uuid

from taoli.common.models import ViewLog
from taoli.oversight.models import DrawPart
from taoli.oversight.services.draws import close_draw
from tests.oversight.drawing import announced, calling, drawn, frozen, on
from tests.world import World

COUNTS = {"knows": [8, 3, 1], "contact": [12, 0, 0], "helps": [4, 4, 4]}


def show(world: World, pk: uuid.UUID, name: str = "郑岚") -> str:
    return world.client(name).get(f"/oversight/draws/{pk}/").content.decode()


def test_before_and_on_the_day_of_the_number(world: World) -> None:
    row = announced(world)
    assert "1 所学校已冻结名单" not in show(world, row.pk)
    frozen(world, row)
    page = show(world, row.pk)
    assert "1 所学校已冻结名单" in page
    assert "取消回访" in page
    with on(11, 25):
        assert f"/oversight/draws/{row.pk}/number/" in show(world, row.pk)


def test_places_are_numbers_with_the_command_and_a_short_list_is_told(world: World) -> None:
    row = drawn(world, k=20)
    page = show(world, row.pk)
    assert "名额多于人数" in page
    assert "14 人" in page
    assert f"--seed {row.seed} --k 20" in page
    assert "seq -f &#x27;taoli-%05g&#x27; 1 6" in page
    assert not any(name in page for name in world.students)
    together = drawn(world, each=False)
    assert f"--seed {together.seed} --k 3" in show(world, together.pk)


def test_counts_are_shown_as_they_may_be_told_and_the_look_is_noted(world: World) -> None:
    row = calling(world)
    part = DrawPart.objects.of(row.school_id).get(draw=row)
    part.counts, part.asked, part.agreed, part.missed, part.told_at = COUNTS, 12, 12, 0, row.drawn_at
    part.remark = "家访月刚开始"
    part.save()
    page = show(world, row.pk)
    for words in ("是 8", "12 份回答，全部或几乎全部答：是", "学校说明： 家访月刚开始"):
        assert words in page
    assert ViewLog.objects.filter(school_id=row.school_id, noun="oversight.draw", ids=[str(part.pk)]).exists()
    with on(12, 5):
        close_draw(by=world.actor("郑岚"), draw_id=row.pk)
    assert "各校合计" in show(world, row.pk)


def test_another_bureaus_draw_is_not_found(world: World) -> None:
    row = announced(world)
    for pk in (row.pk, uuid.uuid4()):
        assert world.client("方远").get(f"/oversight/draws/{pk}/").status_code == 404

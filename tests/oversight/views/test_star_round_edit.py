from taoli.oversight.models import StarRound
from tests.oversight.starring import facts, opened, sent, url
from tests.world import World

URL = url("star_round_edit")
LINES = "三星 5名：导师年限 3；培训课时 16；无未结异议；能带动同伴\n四星：校级星级 3"


def said(**more: object) -> dict[str, object]:
    known = {name: getattr(facts(), name) for name in type(facts()).__slots__ if name != "needs_below"}
    return sent(**{**known, "levels": LINES, **more})


def test_levels_are_typed_in_lines_and_read_back(world: World) -> None:
    client = world.client("郑岚")
    assert client.post(URL, said()).status_code == 302
    row = StarRound.objects.of(world.bureaus["district"]).get()
    assert [(one["label"], one["quota"]) for one in row.levels] == [("三星", 5), ("四星", None)]
    kinds = [(one["kind"], one["number"]) for one in row.levels[0]["criteria"]]
    assert kinds == [("years_as_mentor", 3), ("training_hours", 16), ("no_open_objection", 0), ("free", 0)]
    page = client.get(f"{URL}?round={row.pk}").content.decode()
    assert "三星 5名：导师年限 3；培训课时 16；无未结异议；能带动同伴" in page
    client.post(f"{URL}?round={row.pk}", said(title="另一个名称", edit=1))
    row.refresh_from_db()
    assert row.title == "另一个名称"
    assert "刚才有人修改" in client.post(f"{URL}?round={row.pk}", said(edit=1)).content.decode()


def test_lines_that_cannot_be_read_say_so_and_lose_nothing(world: World) -> None:
    client = world.client("郑岚")
    for lines in ("三星", "三星：", "三星：甲\n三星：乙", "\n".join(f"{n}星：甲" for n in range(11))):
        page = client.post(URL, said(levels=lines))
        assert page.context["form"].errors["levels"]
    assert "晚于" in client.post(URL, said(review_until="2026-11-01")).content.decode()
    assert not StarRound.objects.of(world.bureaus["district"]).exists()


def test_a_round_of_another_bureau_is_not_there(world: World) -> None:
    row = opened(world, by="方远")
    for asked in (row.pk, "none"):
        assert world.client("郑岚").get(f"{URL}?round={asked}").status_code == 404

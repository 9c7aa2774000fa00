import uuid

from tests.oversight.area import told_area
from tests.oversight.handed_in import week_of
from tests.world import World


def test_a_school_is_shown_with_its_grades_its_past_and_the_middle_half_of_its_kind(world: World) -> None:
    area = told_area(world)
    client = world.client("郑岚")
    page = client.get(area.page("p0")).content.decode()
    for words in ("1年级", "浅色带是同学段学校居中的一半", "最细到年级", "10–19", "2 个公布周占学生数的比例"):
        assert words in page, words
    alone = client.get(area.page("p6")).content.decode()
    assert "同学段学校至少五所" in alone
    assert f"这里是 {week_of(0)} 那一周的数据" in alone
    village = client.get(area.page("p5")).content.decode()
    assert "少于 10" in village


def test_it_says_whom_to_call_or_where_to_note_it(world: World) -> None:
    area = told_area(world)
    client, row = world.client("郑岚"), area.members["p0"]
    page = client.get(area.page("p0")).content.decode()
    assert "还没有填写电话" in page
    assert f'href="/oversight/schools/{row.pk}/"' in page
    row.contact, row.telephone = "德育处 周主任", "0000-1234567"
    row.save()
    page = client.get(area.page("p0")).content.decode()
    assert "德育处 周主任" in page
    assert 'href="tel:0000-1234567"' in page


def test_a_school_of_another_bureau_or_none_is_not_found(world: World) -> None:
    area = told_area(world)
    assert world.client("方远").get(area.page("p0")).status_code == 404
    assert world.client("郑岚").get(f"/oversight/overview/schools/{uuid.uuid4()}/").status_code == 404
    assert world.client("孙悦").get(area.page("p0")).status_code == 403

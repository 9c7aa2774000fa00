from tests.oversight.area import told_area
from tests.world import World


def test_every_chart_has_its_numbers_here(world: World) -> None:
    told_area(world)
    client = world.client("郑岚")
    table, shown = (client.get(url).content.decode() for url in ("/oversight/overview/table/", "/oversight/"))
    for title in ("人人有导师", "本学年家访", "重点关注", "本学期培训", "师生家长怎么说", "学段衔接档案"):
        assert title in table, title
        assert title in shown, title
    assert "overview/excel/?week=" in table

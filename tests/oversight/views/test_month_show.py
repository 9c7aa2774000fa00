from tests.oversight.area import told_area
from tests.oversight.handed_in import week_of
from tests.world import World

URL = "/oversight/overview/month/"


def test_a_director_reads_five_sentences_and_who_waits(world: World) -> None:
    told_area(world)
    client = world.client("郑岚")
    page = client.get(f"{URL}?week={week_of(0)}").content.decode()
    assert page.count("<li>") >= 5 + 2
    for words in ("春和区：一页月报", "p0学校", "p1学校", "少于 10", "不相加", "班教导会 15 次"):
        assert words in page, words
    assert "p2学校" not in page
    assert "p5学校" not in page  # nothing is told of seven students


def test_where_everybody_has_a_mentor_nothing_waits(world: World) -> None:
    told_area(world)
    page = world.client("郑岚").get(f"{URL}?stage=junior").content.decode()
    assert "每名学生都有导师" in page
    assert "没有可以列出的学校" not in page or "p6学校" not in page

from docx.enum.section import WD_SECTION

from tests.documents.reading import lines, table, word
from tests.world import World

URL = "/documents/register-classes.docx"


def test_a_page_a_class_for_the_wall(settled: World) -> None:
    paper = word(settled.client("孙悦"), URL)
    assert [text for text in lines(paper) if "对接表" in text] == [
        "高一(1)班导师与学生对接表",
        "高一(2)班导师与学生对接表",
        "高二(1)班导师与学生对接表",
    ]
    assert table(paper) == [
        ["序号", "学生", "学习小组", "导师", "学科"],
        ["1", "林子涵", "朝阳组", "王敏", "语文"],
        ["2", "周一诺", "朝阳组", "王敏", "语文"],
        ["3", "孙浩然", "远山组", "李慧", "语文"],
    ]
    assert [one.start_type for one in paper.sections][1:] == [WD_SECTION.NEW_PAGE] * 2


def test_no_further_than_the_reader(settled: World) -> None:
    assert len(word(settled.client("李慧"), URL).tables) == 1


def test_empty_says_so(world: World) -> None:
    assert "对接表是空的" in world.client("孙悦").get(URL, follow=True).content.decode()

import io
import zipfile

from tests.archive.examining import examine, url
from tests.world import World


def test_the_workbook_lists_who_writes_it_and_the_subjects(world: World) -> None:
    answer = world.client("孙悦").get(url(examine(world), "template/"))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        text = book.read("xl/sharedStrings.xml").decode()
        sheets = book.read("xl/workbook.xml").decode()
    for words in ("S001", "林子涵", "语文（满分120）", "数学（满分100）"):
        assert words in text
    assert "吴桐" not in text
    assert "高一(2)班" in sheets
    assert ".xlsx" in answer["Content-Disposition"]


def test_others_do_not_get_it(world: World) -> None:
    exam = examine(world, grade_id=world.grades["高二"].pk)
    assert world.client("王敏").get(url(exam, "template/")).status_code == 403
    assert world.client("赵国栋").get(url(exam, "template/")).status_code == 404

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taoli.archive.models import ExamImport, Score
from tests.archive.examining import examine, url, workbook
from tests.archive.growing import sent
from tests.world import World


def upload(*rows: list[object]) -> dict[str, object]:
    return sent(file=SimpleUploadedFile("成绩.xlsx", workbook(("高一", rows))))


def test_a_good_workbook_leads_to_its_preview_and_changes_nothing_yet(world: World) -> None:
    exam = examine(world)
    answer = world.client("孙悦").post(url(exam, "import/"), upload(["学号", "语文"], ["S001", 88]))
    row = ExamImport.objects.of(world.school).get()
    assert answer["Location"] == url(exam, f"import/{row.pk}/")
    assert not Score.objects.of(world.school).exists()


def test_problems_name_sheet_row_column_and_cause_and_nothing_is_kept(world: World) -> None:
    exam = examine(world)
    said = upload(["学号", "语文"], ["S001", 888], ["S999", 80])
    page = world.client("赵国栋").post(url(exam, "import/"), said).content.decode()
    for words in (
        "有 2 处需要再看",
        "高一",
        "888 高于 语文 的满分 120",
        "S999 不在这次考试的名单里",
        "成绩没有任何改动",
    ):
        assert words in page
    assert not ExamImport.objects.of(world.school).exists()


def test_no_file_and_an_empty_one_are_said_in_the_form(world: World) -> None:
    exam, client = examine(world), world.client("孙悦")
    assert client.post(url(exam, "import/"), sent()).status_code == 200
    assert client.post(url(exam, "import/"), sent(file=SimpleUploadedFile("x.xlsx", b""))).status_code == 200


def test_an_exam_that_was_set_aside_takes_no_workbook(world: World) -> None:
    exam, client = examine(world), world.client("孙悦")
    client.post(url(exam, "move/"), {"do": "withdraw", "edit": 1})
    page = client.post(url(exam, "import/"), upload(["学号", "语文"], ["S001", 88])).content.decode()
    assert "不由你修改" in page


@pytest.mark.parametrize(
    ("name", "code"), [("王敏", 403), ("李慧", 403), ("钱程", 403), ("林子涵", 403), ("孙悦", 200)]
)
def test_office_and_grade_lead_read_workbooks(world: World, name: str, code: int) -> None:
    assert world.client(name).get(url(examine(world), "import/")).status_code == code


def test_another_grades_exam_is_not_found(world: World) -> None:
    exam = examine(world, grade_id=world.grades["高二"].pk)
    assert world.client("赵国栋").get(url(exam, "import/")).status_code == 404

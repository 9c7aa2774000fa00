"""The template."""

import io

from django.urls import reverse
from openpyxl import load_workbook

from taoli.roster.services import importing
from tests.world import World


def test_it_holds_the_four_sheets_with_an_example_each_and_notes(world: World) -> None:
    answer = world.client("孙悦").get(reverse("roster:import_template"))
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''%E5%90%8D%E5%86%8C%E6%A8%A1%E6%9D%BF.xlsx"
    book = load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["学生", "教师", "任课", "家长", "填写说明"]
    assert [cell.value for cell in book["教师"][1]] == ["工号", "姓名", "性别", "任教学科", "手机", "班主任"]
    assert book["学生"].max_row == 2


def test_the_template_itself_uploads_as_empty_and_not_as_wrong(world: World) -> None:
    data = world.client("孙悦").get(reverse("roster:import_template")).content
    row = importing.stage(by=world.office, file_name="模板.xlsx", data=data)
    assert [problem["code"] for problem in row.problems] == ["empty"]
    assert row.staged["examples"] == 4


def test_others_are_kept_out(world: World) -> None:
    assert world.client("王敏").get(reverse("roster:import_template")).status_code == 403

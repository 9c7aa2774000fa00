import io

import openpyxl
from django.urls import reverse

from taoli.evaluation import services
from tests.world import World


def test_template_lists_the_mentors_and_no_student(settled: World) -> None:
    answer = settled.client("孙悦").get(reverse("evaluation:answers_template"))
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["学生反馈", "家长反馈", "导师名单"]
    assert [cell.value for cell in book["学生反馈"][1]] == ["导师工号", "导师姓名", "分数"]
    listed = [tuple(cell.value for cell in row) for row in book["导师名单"].iter_rows(min_row=2)]
    assert listed == [("T001", "王敏"), ("T002", "李慧"), ("T003", "陈立"), ("T009", "周宁")]


def test_template_as_it_comes_is_understood(settled: World) -> None:
    data = settled.client("孙悦").get(reverse("evaluation:answers_template")).content
    reading = services.read_answers(school_id=settled.school.pk, data=data)
    assert [problem.code for problem in reading.problems] == ["answers_empty"]

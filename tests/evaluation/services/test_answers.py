"""Answers come in, and cannot be traced."""

import json

import pytest
from django.db import connection

from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.common.state import state_hash
from taoli.evaluation import services
from taoli.evaluation.models import SurveyAnswer, SurveyBatch
from taoli.evaluation.phrases import answer_problem
from taoli.evaluation.queries.answers import in_use, marks_in, waiting_counts
from tests.evaluation.work import HEAD, answers, full_answers
from tests.roster.books import Formula, workbook
from tests.world import World


def stage(world: World, data: bytes) -> list[SurveyBatch]:
    reading = services.read_answers(school_id=world.school.pk, data=data)
    return services.stage_answers(by=world.office, reading=reading, data=data)


def test_answers_wait_until_they_are_confirmed(settled: World) -> None:
    stage(settled, full_answers())
    assert in_use(settled.school.pk, settled.term) == [("学生", 0), ("家长", 0)]
    waiting = waiting_counts(settled.school.pk, settled.term)
    assert [(one.source, one.number, one.mentor, one.count) for one in waiting][:2] == [
        ("家长", "T001", "王敏", 5),
        ("家长", "T002", "李慧", 5),
    ]
    assert services.confirm_answers(by=settled.office) == 2
    assert in_use(settled.school.pk, settled.term) == [("学生", 15), ("家长", 15)]


def test_confirming_twice_is_refused(settled: World) -> None:
    stage(settled, full_answers())
    services.confirm_answers(by=settled.office)
    with pytest.raises(TaoliError, match="没有等你确认的答卷"):
        services.confirm_answers(by=settled.office)


def test_later_answers_replace_those_of_the_same_source_only(settled: World) -> None:
    stage(settled, full_answers())
    services.confirm_answers(by=settled.office)
    stage(settled, answers(学生反馈=[["T001", "王敏", 3]]))
    services.confirm_answers(by=settled.office)
    assert in_use(settled.school.pk, settled.term) == [("学生", 1), ("家长", 15)]


def test_a_new_upload_forgets_what_waited(settled: World) -> None:
    stage(settled, full_answers())
    stage(settled, answers(学生反馈=[["T001", "王敏", 3]]))
    assert SurveyAnswer.objects.of(settled.school).count() == 1


def test_answers_cannot_be_traced(settled: World) -> None:
    marks = [1, 5, 2, 4, 3, 1.5, 2.5, 3.5, 4.5] * 4
    stage(settled, answers(学生反馈=[["T001", "王敏", mark] for mark in marks]))
    place = "ctid" if connection.vendor == "postgresql" else "rowid"  # the table's own order
    sql = f'SELECT id FROM evaluation_surveyanswer WHERE "evaluation_surveyanswer"."school_id" = %s ORDER BY {place}'  # noqa: S608
    by_id = SurveyAnswer.objects.of(settled.school).in_bulk()
    rows = [by_id[row.pk] for row in SurveyAnswer.objects.raw(sql, [settled.school.pk])]
    assert [row.pk.version for row in rows] == [4] * 36
    assert [row.pk for row in rows] == sorted(row.pk for row in rows)
    assert [value for _mentor, value in marks_in(rows[0].batch)] != marks
    assert sorted(value for _mentor, value in marks_in(rows[0].batch)) == sorted(marks)
    assert len({len(row.sealed) for row in rows}) == 1
    assert {field.name for field in SurveyAnswer._meta.get_fields()} == {"school", "id", "batch", "mentor", "sealed"}
    told = json.dumps([entry.data for entry in AuditEntry.objects.of(settled.school)])
    assert str(rows[0].pk) not in told


@pytest.mark.parametrize(
    ("data", "place", "sentence"),
    [
        (b"PK", "", "这不是工作簿（.xlsx、.xls、.ods），也不是文本（.csv）。请另存为 .xlsx 再上传。"),
        (
            workbook({"Sheet1": [["a"]]}),
            "",
            "没有叫 学生反馈、家长反馈 的工作表，只有：Sheet1。请改名，或使用模板。",
        ),
        (answers(学生反馈=[]), "", "工作簿里没有一份答卷。"),
        (
            answers(学生反馈=[["T999", "某人", 5]]),
            "学生反馈 第 2 行 导师工号",
            "本学期没有工号为 T999 的导师。请核对工号。",
        ),
        (
            answers(学生反馈=[["T001", "李慧", 5]]),
            "学生反馈 第 2 行 导师姓名",
            "工号 T001 是王敏，不是李慧。请改正其中一个。",
        ),
        (answers(家长反馈=[["T001", "王敏", 6]]), "家长反馈 第 2 行 分数", "“6”不是分数。请写 1 到 5 的数。"),
        (answers(家长反馈=[["T001", "王敏", "很好"]]), "家长反馈 第 2 行 分数", "“很好”不是分数。请写 1 到 5 的数。"),
        (
            workbook({"学生反馈": [HEAD, ["T001", "王敏", Formula("=1+4")]]}),
            "学生反馈 第 2 行 分数",
            "这里是公式。请改为数值（选择性粘贴，数值）。",
        ),
    ],
)
def test_bad_workbook_says_where_and_what_and_changes_nothing(
    settled: World, data: bytes, place: str, sentence: str
) -> None:
    before = state_hash()
    reading = services.read_answers(school_id=settled.school.pk, data=data)
    said = [answer_problem(problem.as_json()) for problem in reading.problems]
    assert {"place": place, "sentence": sentence} in said
    with pytest.raises(TaoliError, match="什么都没有改动"):
        services.stage_answers(by=settled.office, reading=reading, data=data)
    assert state_hash() == before

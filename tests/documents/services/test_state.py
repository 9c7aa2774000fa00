"""The whole state as a workbook, and in again."""

import io
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import AuditEntry, ViewLog
from taoli.documents.services.state import state_file
from taoli.evaluation.models import AppraisalRun
from taoli.guidance.models import GuidanceRecord
from taoli.matching.models import Pairing
from taoli.roster.models import Student
from taoli.roster.services import importing
from tests.evaluation.honouring import published, train
from tests.evaluation.surveying import closed_survey
from tests.guidance.writing import write
from tests.world import World

SHEETS = [
    "学生",
    "教师",
    "任课",
    "家长",
    "结对",
    "指导记录",
    "工作要求",
    "方案",
    "考核",
    "荣誉",
    "培训",
    "测评",
    "说明",
]


def data(world: World, *, contacts: bool = False) -> bytes:
    with state_file(by=world.office, contacts=contacts) as file:
        return file.read()


def book(world: World, *, contacts: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data(world, contacts=contacts)))


def rows(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("contacts", [True, False])
def test_it_comes_in_again_and_changes_nothing(settled: World, contacts: bool) -> None:
    seen = importing.preview(school_id=settled.school.pk, data=data(settled, contacts=contacts))
    assert seen.problems == []
    assert seen.empty


def test_it_has_every_sheet_with_what_is_there(settled: World, run: AppraisalRun) -> None:
    write(settled, "王敏", "林子涵", "周一诺", theme="学习")
    found = book(settled)
    assert found.sheetnames == SHEETS
    students = rows(found["学生"])
    assert students[0][:5] == ["学号", "姓名", "性别", "年级", "班级"]
    assert len(students) == 7
    assert len(rows(found["结对"])) == 1 + Pairing.objects.of(settled.school).count()
    assert "王敏" in [row[3] for row in rows(found["结对"])]
    records = GuidanceRecord.objects.of(settled.school).filter(state="submitted").count()
    assert records
    assert len(rows(found["指导记录"])) == 1 + records
    assert rows(found["指导记录"])[1][-1] == "11月23日 与林子涵谈话，主题：学习。"
    assert len(rows(found["工作要求"])) > 1
    assert [row[2] for row in rows(found["方案"])[1:]]
    assert {row[2] for row in rows(found["考核"])[1:]} >= {"王敏"}


def test_honours_training_and_figures_of_surveys_stand_on_it_and_no_sealed_word(world: World) -> None:
    run = published(world)
    train(world, "王敏")
    closed_survey(world, counts=False)
    found = book(world)
    assert {tuple(row) for row in rows(found["荣誉"])[1:]} == {
        (run.term.name, "优秀导师", None, name) for name in ("王敏", "李慧", "陈立")
    }
    assert rows(found["培训"])[1:] == [["2026-11-18", "怎样谈心", "讲座", "T001", "王敏", 2]]
    told = rows(found["测评"])
    assert told[0] == ["学期", "测评", "谁作答", "问题", "关于", "答卷", "平均"]
    assert [run.term.name, "学生问卷", "学生", "总的来说，导师对你的帮助", "全校", 25, 3.56] in told
    # 陈立 has two answers, 周宁 is kept back with them: neither stands there.
    assert {row[4] for row in told[1:]} & {"陈立", "周宁"} == set()
    text = str([rows(sheet) for sheet in found])
    assert "王老师很耐心" not in text
    assert ViewLog.objects.of(world.school).filter(page="documents:state_workbook", noun="evaluation.result").exists()


def test_private_texts_and_card_numbers_never_stand_on_it(settled: World) -> None:
    write(settled, "王敏", "林子涵")
    GuidanceRecord.objects.of(settled.school).update(private_text="只给自己看", next_step="下次再说")
    Student.objects.of(settled.school).update(identity_number="110101201005010012", address="某路1号")
    for contacts in (True, False):
        found = book(settled, contacts=contacts)
        text = str([rows(sheet) for sheet in found])
        assert "只给自己看" not in text
        assert "下次再说" not in text
        assert "110101201005010012" not in text
        assert ("某路1号" in text) is contacts


def test_no_cell_is_a_formula(settled: World) -> None:
    Student.objects.of(settled.school).filter(number="S001").update(name="=1+1")
    found = book(settled)
    cells = [cell for row in found["学生"].iter_rows() for cell in row if cell.value == "=1+1"]
    assert [cell.data_type for cell in cells] == ["s"]
    assert all(cell.quotePrefix for cell in cells)
    assert {cell.data_type for sheet in found for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_it_is_noted_who_took_it(settled: World) -> None:
    data(settled, contacts=True)
    entry = AuditEntry.objects.of(settled.school).get(action="state.export")
    assert entry.data == {"contacts": True, "people": 6}
    assert len(ViewLog.objects.of(settled.school).get(page="documents:state_workbook").ids) == 6


def test_more_records_need_no_more_statements(settled: World) -> None:
    write(settled, "王敏", "林子涵")
    with CaptureQueriesContext(connection) as few:
        data(settled)
    one = GuidanceRecord.objects.of(settled.school).filter(state="submitted").first()
    assert one
    names = [field.attname for field in one._meta.concrete_fields if field.attname != "id"]
    copies = [GuidanceRecord(**{name: getattr(one, name) for name in names}) for _each in range(5)]
    GuidanceRecord.objects.bulk_create(copies)
    with CaptureQueriesContext(connection) as many:
        data(settled)
    assert len(many) == len(few)

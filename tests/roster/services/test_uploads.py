"""Questions are kept with their files for a day, answered, remembered."""

import datetime as dt
import uuid
from typing import Any

import pytest
import time_machine

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor, system
from taoli.roster.models import HeadingMemory, RosterImport, RosterUpload, Student
from taoli.roster.readers.book import Upload
from taoli.roster.services import importing
from taoli.roster.services.headings import heading_memory
from tests.roster.books import workbook

ROWS = [["学号", "名儿", "性别", "班级"], ["20260101", "甲一", "男", "高一1班"]]


@pytest.fixture
def by(db: None) -> Actor:
    return system(School.objects.create(code="xin", name="新校").pk)


def ask(by: Actor, name: str = "学生.xlsx") -> RosterImport:
    return importing.stage(by=by, uploads=[Upload(name, workbook({"学生": ROWS}))])


def confirmed(row: RosterImport, **columns: str) -> dict[str, dict[str, Any]]:
    (guess,) = row.staged["guesses"]
    told = {one["place"]: columns.get(f"c{one['place']}", one["key"]) for one in guess["columns"]}
    return {guess["id"]: {"kind": guess["kind"], "columns": told}}


def test_an_import_with_questions_is_kept_with_its_file_and_without_a_plan(by: Actor) -> None:
    row = ask(by)
    assert (row.state, row.is_stored, row.plan, row.staged["questions"]) == ("asking", True, {}, 1)
    assert row.staged["guesses"][0]["columns"][1]["samples"] == ("甲一",)
    assert RosterUpload.objects.of(by.school_id).get().file_name == "学生.xlsx"
    with pytest.raises(TaoliError):
        importing.apply(by=by, pk=row.pk)


def test_answers_make_it_ready_and_are_remembered_for_the_next_file(by: Actor) -> None:
    row = ask(by)
    row = importing.answer(by=by, pk=row.pk, corrections=confirmed(row))
    assert (row.state, [one["name"] for one in row.plan["students"]["add"]]) == ("ready", ["甲一"])
    assert {one["samples"] for one in row.staged["guesses"][0]["columns"]} == {()}
    memory = heading_memory(by.school_id)
    assert memory["students"]["名儿"] == "name"
    importing.apply(by=by, pk=row.pk)
    assert not RosterUpload.objects.of(by.school_id).exists()
    assert Student.objects.of(by.school_id).get().name == "甲一"
    assert ask(by).state == "ready"


def test_a_later_answer_takes_the_place_of_an_earlier_one(by: Actor) -> None:
    first = ask(by)
    importing.answer(by=by, pk=first.pk, corrections=confirmed(first))
    row = importing.answer(by=by, pk=first.pk, corrections=confirmed(first, c1="ignore"))
    assert [(one["code"], one["values"]) for one in row.problems] == [("column_missing", {"column": "姓名"})]
    assert HeadingMemory.objects.of(by.school_id).get(heading="名儿").meaning == "ignore"


def test_what_was_answered_can_still_be_corrected_before_it_is_applied(by: Actor) -> None:
    row = ask(by)
    row = importing.answer(by=by, pk=row.pk, corrections=confirmed(row))
    row = importing.answer(by=by, pk=row.pk, corrections=confirmed(row, c2="ignore"))
    assert (row.state, row.plan["students"]["add"][0]["gender"]) == ("ready", None)


def test_dropping_forgets_everything(by: Actor) -> None:
    row = ask(by)
    importing.drop(by=by, pk=row.pk)
    row.refresh_from_db()
    assert (row.state, row.staged, RosterUpload.objects.of(by.school_id).count()) == ("dropped", {}, 0)


def test_after_a_day_the_files_are_gone_and_that_is_said(by: Actor) -> None:
    row = ask(by)
    with time_machine.travel(clock.now() + dt.timedelta(hours=25), tick=False):
        with pytest.raises(TaoliError, match="文件只保留一天"):
            importing.answer(by=by, pk=row.pk, corrections={})
        with pytest.raises(TaoliError, match="文件只保留一天"):
            importing.marked(by=by, pk=row.pk)
        ask(by, "另一份.xlsx")
    row.refresh_from_db()
    assert (row.state, row.staged) == ("dropped", {})


def test_another_schools_import_is_not_answered(by: Actor) -> None:
    row = ask(by)
    other = system(School.objects.create(code="lin", name="邻校").pk)
    with pytest.raises(TaoliError):
        importing.answer(by=other, pk=row.pk, corrections=confirmed(row))
    with pytest.raises(TaoliError):
        importing.answer(by=by, pk=uuid.uuid4(), corrections={})
    assert heading_memory(other.school_id) == {}


def test_several_files_have_one_name_and_proposals_stay_after_applying(by: Actor) -> None:
    groups = workbook({"第1组": [["高一(1)班第1组 导师：宋雨"], ["学号", "姓名", "性别"], ["S1", "甲一", "男"]]})
    staff = workbook({"教师": [["工号", "姓名"], ["T1", "宋雨"]]})
    row = importing.stage(by=by, uploads=[Upload("组.xlsx", groups), Upload("师.xlsx", staff)])
    assert (row.state, row.file_name) == ("ready", "组.xlsx 等，另有 1 个文件")
    importing.apply(by=by, pk=row.pk)
    row.refresh_from_db()
    assert row.staged["proposals"] == [
        {"staff": "T1", "name": "宋雨", "class": "高一(1)班", "group": "第1组", "students": ["S1"]}
    ]


def test_a_list_of_one_group_closes_nobody_of_the_class(by: Actor) -> None:
    everybody = [["学号", "姓名", "班级"], ["S1", "甲一", "高一1班"], ["S2", "甲二", "高一1班"]]
    row = importing.stage(by=by, file_name="学生.xlsx", data=workbook({"学生": everybody}))
    importing.apply(by=by, pk=row.pk)
    group = workbook({"启明组": [["高一(1)班启明组"], ["姓名", "性别"], ["甲一", "男"]]})
    row = importing.stage(by=by, file_name="组.xlsx", data=group)
    assert (row.problems, row.plan["students"]["close"]) == ([], [])
    assert row.plan["members"]["add"] == [["S1", "study_group", "高一(1)班", "启明组"]]

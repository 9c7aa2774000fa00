import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.archive.models import Exam, ExamImport, Score
from taoli.archive.queries.mark_words import plain
from taoli.archive.services import (
    Typed,
    WrongMarksError,
    apply_import,
    change_full_mark,
    drop_import,
    may_undo,
    read_workbook,
    stage_marks,
    type_marks,
    undo_import,
)
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry
from taoli.roster.models import Student
from tests.archive.examining import examine, published, subjects, workbook
from tests.world import World

ROWS = [["学号", "语文", "数学"], ["S001", 88, 90], ["S002", "缺考", "补78"], ["S003", 70, "B"]]


def stage(world: World, exam: Exam, rows: Any = ROWS, by: str = "孙悦") -> ExamImport:
    data = workbook(("高一", rows))
    actor = world.actor(by)
    reading = read_workbook(by=actor, exam=exam, name="成绩.xlsx", data=data)
    return stage_marks(by=actor, exam=exam, reading=reading, name="成绩.xlsx", data=data)


def marks(world: World, exam: Exam) -> dict[str, str]:
    rows = Score.objects.of(world.school).filter(subject__exam=exam, dropped_at=None)
    names = {student.pk: name for name, student in world.students.items()}
    return {
        f"{names[one.student_id]} {one.subject.name}{' 补' if one.state == 'resit' else ''}": (
            one.level or (plain(one.mark) if one.mark is not None else one.state)
        )
        for one in rows.select_related("subject")
    }


def test_a_workbook_waits_and_is_taken_in_once(world: World) -> None:
    exam = examine(world)
    row = stage(world, exam)
    assert marks(world, exam) == {}
    assert (row.counts["students"], row.counts["marks"], row.counts["without"]) == (3, 6, 2)
    apply_import(by=world.office, pk=row.pk)
    assert marks(world, exam) == {
        "林子涵 语文": "88",
        "林子涵 数学": "90",
        "周一诺 语文": "absent",
        "周一诺 数学 补": "78",
        "孙浩然 语文": "70",
        "孙浩然 数学": "B",
    }
    with pytest.raises(ConflictError):
        apply_import(by=world.office, pk=row.pk)
    assert ExamImport.objects.of(world.school).get().staged == {}


def test_the_same_again_changes_nothing_and_other_marks_take_the_place_of_the_old(world: World) -> None:
    exam = examine(world)
    apply_import(by=world.office, pk=stage(world, exam).pk)
    again = stage(world, exam, [["学号", "语文"], ["S001", 88], ["S003", 75]])
    assert (again.counts["same"], again.counts["changed"]) == (1, 1)
    apply_import(by=world.office, pk=again.pk)
    rows = Score.objects.of(world.school).filter(student=world.students["孙浩然"], subject__name="语文")
    assert [(one.mark, one.dropped_at is None) for one in rows.order_by("entered_at")] == [
        (Decimal(70), False),
        (Decimal(75), True),
    ]
    assert Score.objects.of(world.school).count() == 7


def test_a_re_sit_keeps_the_first(world: World) -> None:
    exam = examine(world, {"林子涵": ("50", "90")})
    apply_import(by=world.office, pk=stage(world, exam, [["学号", "语文"], ["S001", "补考65"]]).pk)
    assert marks(world, exam) == {"林子涵 语文": "50", "林子涵 语文 补": "65", "林子涵 数学": "90"}


def test_an_import_is_taken_back_and_what_it_replaced_comes_back(world: World) -> None:
    exam = published(world, {"林子涵": ("50", "90")})
    row = apply_import(by=world.office, pk=stage(world, exam).pk)
    assert may_undo(row)
    assert subjects(exam)[0].marks == 2
    undo_import(by=world.office, pk=row.pk)
    assert marks(world, exam) == {"林子涵 语文": "50", "林子涵 数学": "90"}
    assert subjects(exam)[0].marks == 1
    with pytest.raises(TaoliError, match="不能撤回"):
        undo_import(by=world.office, pk=row.pk)


def test_after_a_day_or_a_correction_it_is_not_taken_back(world: World) -> None:
    exam = examine(world)
    row = apply_import(by=world.office, pk=stage(world, exam).pk)
    type_marks(by=world.office, subject_id=subjects(exam)[0].pk, cells={world.students["林子涵"].pk: Typed("88", "89")})
    with pytest.raises(TaoliError, match="改过"):
        undo_import(by=world.office, pk=row.pk)
    ExamImport.objects.of(world.school).update(applied_at=row.created_at - dt.timedelta(days=1))
    with pytest.raises(TaoliError, match="不能撤回"):
        undo_import(by=world.office, pk=row.pk)


def test_what_changed_since_the_preview_is_noticed(world: World) -> None:
    exam = examine(world)
    row = stage(world, exam)
    change_full_mark(by=world.office, pk=subjects(exam)[0].pk, edit=1, full=Decimal(80))
    with pytest.raises(ConflictError, match="重新上传"):
        apply_import(by=world.office, pk=row.pk)
    assert marks(world, exam) == {}


def test_a_later_workbook_takes_the_place_of_one_that_waits_and_one_can_be_forgotten(world: World) -> None:
    exam = examine(world)
    first, second = stage(world, exam), stage(world, exam)
    with pytest.raises(ConflictError):
        apply_import(by=world.office, pk=first.pk)
    drop_import(by=world.office, pk=second.pk)
    states = ExamImport.objects.of(world.school).values_list("state", flat=True)
    assert list(states) == ["dropped", "dropped"]


def test_a_workbook_with_problems_is_never_kept(world: World) -> None:
    exam = examine(world)
    with pytest.raises(TaoliError, match="什么都"):
        stage(world, exam, [["学号", "语文"], ["S001", "999"]])
    assert not ExamImport.objects.of(world.school).exists()


@pytest.mark.parametrize("name", ["王敏", "李慧", "钱程", "何静", "郑明"])
def test_only_office_and_grade_lead_take_workbooks_in(world: World, name: str) -> None:
    exam = examine(world)
    row = stage(world, exam, by="赵国栋")
    for work in (apply_import, undo_import):
        with pytest.raises(TaoliError):
            work(by=world.actor(name), pk=row.pk)
    with pytest.raises(TaoliError):
        stage(world, exam, by=name)


def test_no_mark_stands_in_the_audit(world: World) -> None:
    exam = examine(world)
    apply_import(by=world.office, pk=stage(world, exam, [["学号", "语文"], ["S001", "87.65"]]).pk)
    assert "87.65" not in str(list(AuditEntry.objects.of(world.school).values_list("data", flat=True)))


def cells(world: World, **said: tuple[str, str]) -> dict[uuid.UUID, Typed]:
    return {world.students[name].pk: Typed(*both) for name, both in said.items()}


def test_typed_marks_are_saved_corrected_and_taken_away(world: World) -> None:
    exam = examine(world)
    pk = subjects(exam)[0].pk
    assert (
        type_marks(by=world.actor("李慧"), subject_id=pk, cells=cells(world, 林子涵=("", "88"), 周一诺=("", ""))) == 1
    )
    type_marks(by=world.actor("李慧"), subject_id=pk, cells=cells(world, 林子涵=("88", "89")))
    assert marks(world, exam) == {"林子涵 语文": "89"}
    type_marks(by=world.actor("李慧"), subject_id=pk, cells=cells(world, 林子涵=("89", "")))
    assert marks(world, exam) == {}
    assert Score.objects.of(world.school).count() == 2


def test_with_one_fault_nothing_is_saved_and_each_fault_has_its_sentence(world: World) -> None:
    exam = examine(world)
    with pytest.raises(WrongMarksError) as caught:
        type_marks(
            by=world.actor("李慧"),
            subject_id=subjects(exam)[0].pk,
            cells=cells(world, 林子涵=("", "88"), 周一诺=("", "121"), 孙浩然=("", "八十")),
        )
    said = {name: caught.value.wrong.get(student.pk, "") for name, student in world.students.items()}
    assert "高于" in said["周一诺"]
    assert "不是成绩" in said["孙浩然"]
    assert marks(world, exam) == {}


def test_two_who_type_at_once_are_noticed(world: World) -> None:
    exam = examine(world, {"林子涵": ("88", "")})
    pk = subjects(exam)[0].pk
    with pytest.raises(WrongMarksError) as caught:
        type_marks(by=world.office, subject_id=pk, cells=cells(world, 林子涵=("", "70")))
    assert "88" in caught.value.wrong[world.students["林子涵"].pk]
    type_marks(by=world.office, subject_id=pk, cells=cells(world, 林子涵=("88", "")))
    with pytest.raises(WrongMarksError, match="再看"):
        type_marks(by=world.office, subject_id=pk, cells=cells(world, 林子涵=("88", "70")))


def test_a_student_beyond_reach_is_refused(world: World) -> None:
    exam = examine(world)
    with pytest.raises(WrongMarksError):
        type_marks(by=world.actor("李慧"), subject_id=subjects(exam)[0].pk, cells=cells(world, 赵思源=("", "70")))
    with pytest.raises(WrongMarksError):
        type_marks(by=world.office, subject_id=subjects(exam)[0].pk, cells=cells(world, 吴桐=("", "70")))


def test_three_thousand_students_in_nine_subjects_are_taken_in_by_few_statements(world: World) -> None:
    room = world.classes["高一(1)班"]
    Student.objects.bulk_create(
        Student(school=world.school, number=f"N{n:04}", name=f"学生{n}", school_class=room) for n in range(3000)
    )
    names = [f"科目{n}" for n in range(9)]
    exam = examine(world, subjects=[(name, Decimal(100)) for name in names])
    row = stage(world, exam, [["学号", *names], *([f"N{n:04}", *[n % 100] * 9] for n in range(3000))])
    with CaptureQueriesContext(connection) as caught:
        apply_import(by=world.office, pk=row.pk)
    assert Score.objects.of(world.school).count() == 27_000
    assert len(caught) < 400  # SQLite takes some eighty rows a statement

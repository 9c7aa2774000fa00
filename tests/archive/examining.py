"""Exams of the small school, for tests."""

import datetime as dt
import io
import uuid
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter

from taoli.archive.models import Exam, ExamSubject
from taoli.archive.services import ExamFacts, Typed, add_exam, publish_exam, release_exam, type_marks
from tests.world import World

DAY = dt.date(2026, 11, 16)
USUAL = (("语文", 120), ("数学", 100))
FIRST = ("林子涵", "周一诺", "孙浩然", "赵思源", "钱多多")  # 高一


def facts(world: World, **said: object) -> ExamFacts:
    """An exam of 高一 in two subjects."""
    known: dict[str, object] = {
        "name": "期中考试",
        "kind": "midterm",
        "held_on": DAY,
        "grade_id": world.grades["高一"].pk,
        "subjects": [(name, Decimal(full)) for name, full in USUAL],
    }
    return ExamFacts(**{**known, **said})  # type: ignore[arg-type]


def examine(world: World, marks: Mapping[str, Sequence[str]] | None = None, **said: object) -> Exam:
    """Set up an exam with marks: student → a text for each subject."""
    exam = add_exam(by=world.office, facts=facts(world, **said))
    for place, subject in enumerate(subjects(exam)):
        cells = {world.students[name].pk: Typed("", texts[place]) for name, texts in (marks or {}).items()}
        if cells:
            type_marks(by=world.office, subject_id=subject.pk, cells=cells)
    return exam


def published(world: World, marks: Mapping[str, Sequence[str]], *, released: bool = False, **said: object) -> Exam:
    """Set up an exam with marks that are complete."""
    exam = examine(world, marks, **said)
    exam = publish_exam(by=world.office, pk=exam.pk, edit=1)
    return release_exam(by=world.office, pk=exam.pk, edit=exam.edit, released=True) if released else exam


def subjects(exam: Exam) -> list[ExamSubject]:
    """The subjects of an exam in order."""
    return list(exam.subjects.of(exam.school_id).filter(dropped_at=None).order_by("place"))


def past(world: World, name: str = "林子涵", texts: Sequence[int] = (80, 78, 82)) -> list[Exam]:
    """Several published exams, a month apart, the last on DAY; the named student gets these marks, others the same."""
    exams = []
    for place, mark in enumerate(texts):
        day = DAY - dt.timedelta(days=28 * (len(texts) - 1 - place))
        marks = {one: (str(60 + 8 * at), str(60 + 8 * at)) for at, one in enumerate(FIRST)}
        marks[name] = (str(mark), str(mark))
        exams.append(published(world, marks, name=f"第{place + 1}次月考", kind="monthly", held_on=day))
    return exams


def workbook(*sheets: tuple[str, Sequence[Any]], formula: tuple[int, int] | None = None) -> bytes:
    """Rows of sheets as an .xlsx; `formula`: a cell of the first sheet that holds one."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if formula == (at, place) and sheet is book.worksheets()[0]:
                        sheet.write_formula(at, place, "=40+40", None, 80)
                    else:
                        sheet.write(at, place, cell)
    return out.getvalue()


def url(exam: Exam | uuid.UUID, tail: str = "") -> str:
    """A page of an exam."""
    return f"/archive/exams/{getattr(exam, 'pk', exam)}/{tail}"

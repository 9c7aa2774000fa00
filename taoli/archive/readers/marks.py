"""Reads a workbook of marks: one row a student, one column a subject, one sheet or several."""

import re
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from taoli.archive.queries.mark_words import Mark, MarkError, mark_of
from taoli.archive.queries.pupils import Known, Pupil
from taoli.common import clock
from taoli.roster.readers.book import Grid, Upload
from taoli.roster.readers.columns import CLASS, SUBJECTS, Column, Sheet, heading
from taoli.roster.readers.fixed import read_sheet
from taoli.roster.readers.problem import Problem, RefusedError
from taoli.roster.readers.table import Table
from taoli.roster.readers.timetable import plain_room
from taoli.roster.readers.workbook import read_book

NUMBER = ("学号", "学生学号", "校内学号", "学籍号", "全国学籍号", "学生编号", "考号")
NAME = ("姓名", "学生姓名", "名字")
TAILS = ("", "成绩", "分数", "得分", "等级")
SUBJECT = "subject:"
LAST_NUMBER = re.compile(r"(\d+)班?$")
MOST_PROBLEMS = 300


@dataclass
class MarkReading:
    """What the workbook says: (student, subject, first or re-sit) → mark; what was not read; its problems."""

    marks: dict[tuple[uuid.UUID, uuid.UUID, bool], Mark] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def students(self) -> set[uuid.UUID]:
        """Return whom it names."""
        return {student for student, _subject, _again in self.marks}


@dataclass
class _Work:
    known: Known
    by_number: Mapping[str, Pupil]
    by_name: Mapping[str, list[Pupil]]
    seen: dict[Any, tuple[str, int]] = field(default_factory=dict)
    found: MarkReading = field(default_factory=MarkReading)


def read_marks(name: str, data: bytes, known: Known) -> MarkReading:
    """Return the marks of a file; every fault names sheet, row and column."""
    by_name: dict[str, list[Pupil]] = defaultdict(list)
    for one in known.pupils:
        by_name[one.name].append(one)
    work = _Work(known, {one.number: one for one in known.pupils}, by_name)
    found = work.found
    try:
        grids = [grid for grid in read_book(Upload(name, data)).grids if not grid.hidden]
    except RefusedError as refused:
        found.problems.append(refused.problem)
        return found
    for grid in grids:
        if grid.too_large:
            found.problems.append(Problem("sheet_too_large", values={"sheet": grid.name}))
        else:
            _read_grid(work, grid)
    if not found.problems and not found.marks:
        code = "marks_no_sheet" if len(found.unread) == len(grids) else "marks_empty"
        found.problems.append(Problem(code, values={"wanted": "、".join(one.name for one in known.subjects)}))
    found.problems = sorted(found.problems, key=lambda one: (one.sheet, one.row))[:MOST_PROBLEMS]
    return found


def _sheet(known: Known) -> Sheet:
    columns = (
        Column("number", NUMBER, "number", most=30),
        Column("name", NAME, "name", most=60),
        Column("class", CLASS, "class", most=30),
        *(
            Column(f"{SUBJECT}{place}", tuple(heading(one.name + tail) for tail in TAILS), most=12)
            for place, one in enumerate(known.subjects)
        ),
    )
    return Sheet("marks", (), columns, either=(("number", "name"),))


def _read_grid(work: _Work, grid: Grid) -> None:
    table = read_sheet(_sheet(work.known), grid, today=clock.today())
    found = work.found
    subjects = [key for key in table.headings if key.startswith(SUBJECT)]
    if not table.headings or (not subjects and not table.problems and not _strange(table)):
        found.unread.append(grid.name)
        return
    for name in _strange(table):
        table.at_head("marks_strange_subject", subject=name)
    found.ignored += [one for one in table.ignored if one not in found.ignored]
    if table.legible:
        for record in table.records:
            _read_row(work, table, record, subjects)
    found.problems += table.problems


def _strange(table: Table) -> list[str]:
    """Return the headings that are subjects, but none of this exam."""
    return [one for one in table.ignored if heading(one) in SUBJECTS]


def _read_row(work: _Work, table: Table, record: dict[str, Any], subjects: list[str]) -> None:
    if not any(record.get(key) for key in subjects):
        return
    pupil = _pupil(work, table, record)
    asked = list(work.known.subjects)
    for key in subjects:
        subject = asked[int(key.removeprefix(SUBJECT))]
        try:
            mark = mark_of(record.get(key) or "", subject.full, subject.name)
        except MarkError as error:
            table.fault(record, key, error.code, **error.values)
            continue
        if mark is None or pupil is None:
            continue
        place = (pupil.pk, subject.pk, mark.state == mark.state.RESIT)
        if place in work.seen:
            sheet, row = work.seen[place]
            table.fault(record, key, "marks_twice", student=pupil.name, sheet=sheet, row=row)
            continue
        work.seen[place] = (table.name, record["row"])
        work.found.marks[place] = mark


def _pupil(work: _Work, table: Table, record: dict[str, Any]) -> Pupil | None:
    number, name = record.get("number"), record.get("name")
    if number:
        return _numbered(work, table, record, number)
    if not name:
        table.fault(record, "name" if table.has("name") else "number", "empty_cell")
        return None
    same = work.by_name.get(name, [])
    if room := record.get("class"):
        same = [one for one in same if _same_room(one.room, room)]
    if len(same) == 1:
        return same[0]
    code = "student_many" if same else "marks_unknown_student"
    table.fault(record, "name", code, student=f"{room or ''} {name}".strip(), n=len(same))
    return None


def _numbered(work: _Work, table: Table, record: dict[str, Any], number: str) -> Pupil | None:
    pupil = work.by_number.get(number)
    if pupil is None:
        code = "marks_elsewhere" if number in work.known.elsewhere else "marks_unknown_student"
        table.fault(record, "number", code, student=number)
        return None
    name = record.get("name")
    if name and name != pupil.name:
        table.fault(record, "name", "student_mismatch", number=number, name=pupil.name, other=name)
        return None
    return pupil


def _same_room(known: str, written: str) -> bool:
    """Say whether a class is meant: an exam is of one grade, so 1班 means 高一(1)班, and not 高一(11)班."""
    one, two = (plain_room(text).replace("(", "").replace(")", "") for text in (known, written))
    number = LAST_NUMBER.search(one)
    return one == two or (number is not None and two.removesuffix("班") == number[1])

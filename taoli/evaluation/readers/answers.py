"""Reads a workbook of answers about mentors: sheets 学生反馈 and 家长反馈, one row an answer."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from taoli.common import clock
from taoli.roster.readers.book import Grid
from taoli.roster.readers.columns import Column, Sheet
from taoli.roster.readers.fixed import open_book, read_sheet, sheet_named
from taoli.roster.readers.problem import Problem, RefusedError
from taoli.roster.readers.table import Table

SHEETS = {
    "student": ("学生反馈", "学生问卷", "学生评价", "学生"),
    "guardian": ("家长反馈", "家长问卷", "家长评价", "家长"),
}
SCALE = 5
MOST_PROBLEMS = 300
COLUMNS = (
    Column("number", ("导师工号", "工号", "教师工号"), "number", required=True, most=24),
    Column("name", ("导师姓名", "导师", "姓名", "教师姓名"), "name", most=60),
    Column("value", ("分数", "得分", "评分", "满意度"), "text", required=True, most=10),
)


@dataclass
class AnswerReading:
    """What the workbook says: source → (mentor, value); columns that are not read; its problems."""

    answers: dict[str, list[tuple[uuid.UUID, float]]] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_answers(data: bytes, mentors: Mapping[str, tuple[uuid.UUID, str]]) -> AnswerReading:
    """Return the answers of a workbook; `mentors` is staff number → (id, name) of those who have mentees."""
    found = AnswerReading()
    try:
        workbook = open_book(data)
        grids = {source: sheet_named(workbook, names) for source, names in SHEETS.items()}
    except RefusedError as refused:
        found.problems.append(refused.problem)
        return found
    for source, grid in grids.items():
        if grid:
            found.answers[source] = _read_sheet(Sheet(source, SHEETS[source], COLUMNS), grid, mentors, found)
    if not found.answers:
        values = {"found": "、".join(grid.name for grid in workbook.grids)}
        found.problems.append(Problem("answers_no_sheet", values=values))
    elif not found.problems and not any(found.answers.values()):
        found.problems.append(Problem("answers_empty"))
    found.problems = found.problems[:MOST_PROBLEMS]
    return found


def _read_sheet(
    sheet: Sheet, grid: Grid, mentors: Mapping[str, tuple[uuid.UUID, str]], found: AnswerReading
) -> list[tuple[uuid.UUID, float]]:
    table = read_sheet(sheet, grid, today=clock.today())
    answers = [answer for record in table.records if (answer := _answer(table, record, mentors))]
    found.ignored += [one for one in table.ignored if one not in found.ignored]
    found.problems += sorted(table.problems, key=lambda one: one.row)
    return answers


def _answer(
    table: Table, record: dict[str, str], mentors: Mapping[str, tuple[uuid.UUID, str]]
) -> tuple[uuid.UUID, float] | None:
    number, text = record.get("number"), record.get("value")
    if not number or not text:
        return None
    if number not in mentors:
        table.fault(record, "number", "answers_unknown_mentor", number=number)
        return None
    mentor, name = mentors[number]
    if record.get("name") and record["name"] != name:
        table.fault(record, "name", "answers_other_name", number=number, name=name, found=record["name"])
        return None
    value = _value(text)
    if value is None:
        table.fault(record, "value", "answers_not_a_mark", text=text, most=SCALE)
        return None
    return mentor, value


def _value(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 1 <= value <= SCALE else None

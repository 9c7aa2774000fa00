"""Reads a workbook of answers about mentors: one sheet a source (学生反馈, 家长反馈 …), one row an answer."""

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
    "peer": ("同事互评", "同行评价", "教师互评", "同事"),
    "leader": ("领导评价", "校领导评价", "学校评价", "领导"),
    "lead_mentor": ("班主任评价", "首席导师评价", "班主任"),
    "office": ("德育处评价", "政教处评价", "教育处评价", "德育处"),
    "self": ("导师自评", "自我评价", "自评"),
}
SMALL_SCALE = 5
MOST_PROBLEMS = 300
COLUMNS = (
    Column("number", ("导师工号", "工号", "教师工号"), "number", required=True, most=24),
    Column("name", ("导师姓名", "导师", "姓名", "教师姓名"), "name", most=60),
    Column("value", ("分数", "得分", "评分", "满意度"), "text", required=True, most=10),
)


Mentors = Mapping[str, tuple[uuid.UUID, str]]


@dataclass
class AnswerReading:
    """What the workbook says: source → (mentor, value); columns that are not read; its problems."""

    answers: dict[str, list[tuple[uuid.UUID, float]]] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_answers(data: bytes, mentors: Mentors, scales: Mapping[str, float]) -> AnswerReading:
    """Return the answers of a workbook; `mentors` is staff number → (id, name) of those who have mentees, `scales`
    source → best possible answer of the sources that are asked for.
    """
    found = AnswerReading()
    try:
        workbook = open_book(data)
        grids = {source: sheet_named(workbook, names) for source, names in SHEETS.items() if source in scales}
    except RefusedError as refused:
        found.problems.append(refused.problem)
        return found
    for source, grid in grids.items():
        if grid:
            sheet = Sheet(source, SHEETS[source], COLUMNS)
            found.answers[source] = _read_sheet(sheet, grid, mentors, scales[source], found)
    if not found.answers:
        wanted = "、".join(SHEETS[source][0] for source in grids)
        values = {"wanted": wanted, "found": "、".join(grid.name for grid in workbook.grids)}
        found.problems.append(Problem("answers_no_sheet", values=values))
    elif not found.problems and not any(found.answers.values()):
        found.problems.append(Problem("answers_empty"))
    found.problems = found.problems[:MOST_PROBLEMS]
    return found


def _read_sheet(
    sheet: Sheet, grid: Grid, mentors: Mentors, most: float, found: AnswerReading
) -> list[tuple[uuid.UUID, float]]:
    table = read_sheet(sheet, grid, today=clock.today())
    answers = [answer for record in table.records if (answer := _answer(table, record, mentors, most))]
    found.ignored += [one for one in table.ignored if one not in found.ignored]
    found.problems += sorted(table.problems, key=lambda one: one.row)
    return answers


def _answer(table: Table, record: dict[str, str], mentors: Mentors, most: float) -> tuple[uuid.UUID, float] | None:
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
    value = _value(text, most)
    if value is None:
        values = {"text": text, "least": f"{_least(most):g}", "most": f"{most:g}"}
        table.fault(record, "value", "answers_not_a_mark", **values)
        return None
    return mentor, value


def _least(most: float) -> int:
    """A small scale begins at 1, a mark out of ten or a hundred at 0."""
    return 1 if most <= SMALL_SCALE else 0


def _value(text: str, most: float) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if _least(most) <= value <= most else None

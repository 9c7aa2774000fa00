"""Reads a workbook for grouping: 学号 with a number (成绩), or with the group each student is to be in (小组)."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.matching.phrases import wish_problem
from taoli.roster.readers.columns import Column, Sheet
from taoli.roster.readers.fixed import open_book, read_sheet
from taoli.roster.readers.problem import RefusedError

SHEET = Sheet(
    "scores",
    (),
    (
        Column("number", ("学号", "学籍号", "学生编号"), "number", required=True, most=24),
        Column("name", ("姓名", "学生姓名", "名字"), "text", most=60),
        Column("score", ("成绩", "总分", "分数", "得分", "总成绩", "综合分", "均分"), "text", most=20),
        Column("group", ("小组", "组别", "组名", "兴趣小组", "分组", "学习小组"), "text", most=40),
    ),
)


@dataclass(frozen=True, slots=True)
class Scores:
    """By student number: a number, a group. What is no number (缺考) is left out, as if the cell were empty."""

    scores: dict[str, float] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)


def read_scores(data: bytes) -> Scores:
    """Return what the first sheet with a student number says; TaoliError when there is none or nothing to use."""
    try:
        tables = [read_sheet(SHEET, grid, today=clock.today()) for grid in open_book(data).grids]
    except RefusedError as refused:
        raise TaoliError(wish_problem(refused.problem.as_json())) from None
    table = next((one for one in tables if one.legible and one.has("number")), None)
    if table is None or not (table.has("score") or table.has("group")):
        raise TaoliError(_("The workbook needs a column 学号, and a column 成绩 or 小组."))
    found = Scores()
    for record in table.records:
        number, score = record.get("number"), _float(record.get("score") or "")
        if number and score is not None:
            found.scores[number] = score
        if number and record.get("group"):
            found.groups[number] = record["group"].strip()
    return found


def _float(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < 1e9 else None  # noqa: PLR2004 - no mark of a school is that large; inf and nan go, too

"""Reads a workbook of typed paper sheets: one row a sheet (a row a mentor where it asks about several), by its code."""

import io
import re
import uuid
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from taoli.common import clock
from taoli.engine.survey import Question, QuestionKind, chosen
from taoli.evaluation.models import Survey
from taoli.evaluation.queries.papers import about, questions_on, tokens_by_code
from taoli.matching.queries.codes import plain_code
from taoli.roster.readers.columns import Column, Sheet
from taoli.roster.readers.fixed import open_book, read_sheet, sheet_named
from taoli.roster.readers.problem import Problem, RefusedError
from taoli.roster.readers.table import Table

SHEET = "纸质问卷"
MOST_PROBLEMS, MOST_SIGNS = 300, 1000
SEPARATORS = re.compile(r"[\s,，、]+")
Rows = dict[str, dict[str | None, dict[str, Any]]]


@dataclass
class PaperReading:
    """What the workbook says: sheets as `type_sheets` takes them; how many had been typed before; its problems."""

    sheets: list[dict[str, Any]] = field(default_factory=list)
    before: int = 0
    problems: list[Problem] = field(default_factory=list)


def read_papers(survey: Survey, data: bytes) -> PaperReading:
    """Return the sheets of a workbook; nothing is written."""
    found = PaperReading()
    questions = questions_on(survey)
    sheet = Sheet("papers", (SHEET, "Sheet1", "工作表1"), _columns(questions))
    try:
        grid = sheet_named(open_book(data), sheet.names)
    except RefusedError as refused:
        found.problems.append(refused.problem)
        return found
    if grid is None:
        found.problems.append(Problem("papers_no_sheet", values={"wanted": SHEET}))
        return found
    table = read_sheet(sheet, grid, today=clock.today())
    rows = _rows(survey, questions, table, found)
    found.problems = sorted([*found.problems, *table.problems], key=lambda one: one.row)[:MOST_PROBLEMS]
    found.sheets = [
        {"code": code, "answers": [{"mentor": mentor, "answers": given} for mentor, given in of_one.items()]}
        for code, of_one in rows.items()
    ]
    if not found.problems and not found.sheets and not found.before:
        found.problems.append(Problem("papers_empty"))
    return found


def answer_of(question: Question, text: str) -> Any:
    """Return an answer as it is typed from a sheet: a point, the number of an option from 1 (several with commas or
    without), or words; None when it does not fit.
    """
    if question.kind is QuestionKind.TEXT:
        return text[:MOST_SIGNS]
    numbers = [
        int(one) for one in text.replace("，", " ").replace(",", " ").replace("、", " ").split() if one.isdigit()
    ]
    if question.kind is QuestionKind.MANY:
        picked = [one - 1 for one in numbers]
        return picked if len(chosen(question, picked)) == len(set(picked)) else None
    if len(numbers) != 1:
        return None
    value = numbers[0] - (0 if question.kind is QuestionKind.SCALE else 1)
    return value if chosen(question, value) else None


def papers_workbook(survey: Survey) -> bytes:
    """Return an .xlsx with the headings to type under."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E7EFEA", "border": 1})
        sheet = book.add_worksheet(SHEET)
        for place, column in enumerate(_columns(questions_on(survey))):
            sheet.set_column(place, place, 14)
            sheet.write_string(0, place, column.names[0], bold)
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def _columns(questions: list[Question]) -> tuple[Column, ...]:
    asked = [
        Column(f"q{place}", (f"第{place}题", f"题{place}", f"Q{place}"), "text", most=MOST_SIGNS)
        for place, _question in enumerate(questions, start=1)
    ]
    first = Column("code", ("答卷码", "编码", "码", "代码"), "text", required=True, most=24)
    return (first, Column("mentor", ("导师工号", "工号"), "number", most=24), *asked)


def _rows(survey: Survey, questions: list[Question], table: Table, found: PaperReading) -> Rows:
    tokens = tokens_by_code(survey, [record["code"] for record in table.records if record.get("code")])
    mentors = {token.pk: {one.number if one else "": one for one in about(token)} for token in tokens.values()}
    rows: Rows = {}
    spent: set[uuid.UUID] = set()
    for record in table.records:
        token = tokens.get(record.get("code") or "")
        if token is None:
            if record.get("code"):
                table.fault(record, "code", "papers_unknown_code", typed=record["code"])
            continue
        if token.spent:
            spent.add(token.pk)
            continue
        told, mentor = _mentor(mentors[token.pk], record, table)
        if not told:
            continue
        given = _given(questions, record, table)
        mine = rows.setdefault(plain_code(record["code"]), {})
        if mentor in mine:
            table.fault(record, "code", "papers_twice", typed=record["code"])
        mine[mentor] = given
    found.before = len(spent)
    return rows


def _mentor(mentors: dict[str, Any], record: dict[str, str], table: Table) -> tuple[bool, str | None]:
    """Return whether a row says rightly whom it is about, and whom."""
    number = record.get("mentor") or ""
    if not number and len(mentors) == 1:
        only = next(iter(mentors.values()))
        return True, str(only.pk) if only else None
    if number not in mentors:
        table.fault(record, "mentor", "papers_other_mentor", numbers="、".join(mentors))
        return False, None
    return True, str(mentors[number].pk)


def _given(questions: list[Question], record: dict[str, str], table: Table) -> dict[str, Any]:
    given = {}
    for place, question in enumerate(questions, start=1):
        text = (record.get(f"q{place}") or "").strip()
        value = answer_of(question, text) if text else None
        if value is not None:
            given[question.key] = value
        elif text:
            most = question.most if question.kind is QuestionKind.SCALE else len(question.options)
            table.fault(record, f"q{place}", "papers_not_an_answer", text=text, most=most)
        elif question.required:
            table.fault(record, f"q{place}", "papers_left_out", place=place)
    return given

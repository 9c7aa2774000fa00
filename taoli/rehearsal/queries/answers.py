"""Answers of students and parents about mentors, as a workbook somebody can upload at the end of term."""

import io
from collections import Counter
from random import Random

import xlsxwriter

from taoli.common import clock
from taoli.common.models import School
from taoli.matching.queries.pairings import live_pairings
from taoli.roster.models import Staff

HEADINGS = ("导师工号", "导师姓名", "分数")
# Sheet, share of those asked who answer, how the marks 1 to 5 are spread.
SHEETS = (("学生反馈", 0.92, (1, 2, 10, 37, 50)), ("家长反馈", 0.6, (1, 3, 9, 34, 53)))
MARKS = (1, 2, 3, 4, 5)


def answers_file(code: str, seed: int) -> bytes:
    """Return an .xlsx of invented answers about the mentors of a demo school; LookupError when it is not loaded."""
    school = School.objects.filter(code=code).first()
    if school is None:
        raise LookupError(code)
    mentees = Counter(one.mentor_id for one in live_pairings(school.pk, clock.today()))
    mentors = Staff.objects.of(school).filter(pk__in=list(mentees)).order_by("number")
    random = Random(seed)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        for name, share, spread in SHEETS:
            sheet = book.add_worksheet(name)
            rows = [HEADINGS]
            for mentor in mentors:
                asked = sum(random.random() < share for _each in range(mentees[mentor.pk]))
                marks = random.choices(MARKS, spread, k=asked)
                rows += [(mentor.number, mentor.name, str(mark)) for mark in marks]
            for place, row in enumerate(rows):
                for column, value in enumerate(row):
                    sheet.write_string(place, column, value)
    return out.getvalue()

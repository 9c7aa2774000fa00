"""The headcount sheet as Excel: by mentor, and by grade. It never holds how many wished for whom."""

from taoli.documents.official.any_form.excel import FormSheet, forms_xlsx
from taoli.documents.queries.heading import Heading
from taoli.matching.queries.headcount import Headcount

PAIRED = ("序号", "导师姓名", "学科", "学生人数", "班级", "男", "女", "备注")
PLANNED = ("序号", "导师姓名", "学科", "可指导人数", "备注")
GRADES = ("年级", "学生人数", "男", "女")


def headcount_xlsx(heading: Heading, sheet: Headcount) -> bytes:
    """Return the workbook: one sheet by mentor, one by grade."""
    lines = tuple(
        (str(no), line.name, line.subject, str(line.seats), "")
        if sheet.planned
        else (str(no), line.name, line.subject, str(line.count), line.classes, str(line.boys), str(line.girls), "")
        for no, line in enumerate(sheet.lines, 1)
    )
    grades = tuple((grade, str(count), str(boys), str(girls)) for grade, count, girls, boys in sheet.grades)
    forms = [
        FormSheet("师生组合情况统计表", PLANNED if sheet.planned else PAIRED, lines),
        FormSheet("按年级统计", GRADES, grades),
    ]
    return forms_xlsx(heading.school, forms)

"""The register as Excel: every text is written as text, so that no name can become a formula."""

import io
from collections.abc import Sequence

import xlsxwriter

from taoli.documents.official.paper import OWN_LAYOUT
from taoli.documents.queries.heading import Heading
from taoli.documents.queries.register import RegisterLine

HEADS = ("序号", "导师姓名", "学科", "年级", "班级", "学习小组", "受导学生", "人数")
WIDTHS = (6, 12, 10, 10, 16, 14, 60, 8)
HEAD_ROW = 2
A4 = 9
FOOTER = "&C由 {who} 于 {when} 打印  第 &P 页 共 &N 页"


def register_xlsx(heading: Heading, rows: Sequence[RegisterLine]) -> bytes:
    """Return the workbook: frozen heading, A4 landscape, heading repeated on each page."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("对接表")
        plain = {"font_name": "宋体", "font_size": 10.5, "border": 1, "valign": "vcenter", "text_wrap": True}
        title = book.add_format({"font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"})
        head = book.add_format({**plain, "bold": True, "align": "center"})
        text = book.add_format({**plain, "num_format": "@", "quote_prefix": True})
        number = book.add_format({**plain, "align": "center"})
        small = book.add_format({"font_name": "宋体", "font_size": 9})
        last = len(HEADS) - 1
        sheet.merge_range(0, 0, 0, last, "", title)
        sheet.write_string(0, 0, f"{heading.school}导师与学生对接表", title)
        sheet.write_string(1, 0, f"{heading.term}    {OWN_LAYOUT}", small)
        for place, (name, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(HEAD_ROW, place, name, head)
        for at, row in enumerate(rows, start=HEAD_ROW + 1):
            sheet.write_number(at, 0, row.no, number)
            texts = (row.mentor, row.subject, row.grade, row.room, row.group, row.students)
            for place, value in enumerate(texts, start=1):
                sheet.write_string(at, place, value, text)
            sheet.write_number(at, last, row.count, number)
        _print_setup(sheet, heading, HEAD_ROW + len(rows), last)
    return out.getvalue()


def _print_setup(sheet: xlsxwriter.worksheet.Worksheet, heading: Heading, bottom: int, last: int) -> None:
    sheet.set_row(0, 30)
    sheet.freeze_panes(HEAD_ROW + 1, 2)
    sheet.autofilter(HEAD_ROW, 0, bottom, last)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW)
    # An ampersand is a code in a footer; doubled it prints as itself.
    sheet.set_footer(FOOTER.format(who=heading.who.replace("&", "&&"), when=heading.when))

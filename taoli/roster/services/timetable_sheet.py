"""The template of a timetable: lessons and bells, with examples of which nothing is read."""

import io

import xlsxwriter

from taoli.roster.readers.timetable import BELLS, LESSONS

EXAMPLES = {
    "timetable": (("示例 王老师", "T001", "高一(1)班", "周一", "第3节", "语文"),),
    "bells": tuple(
        (f"第{number}节", starts, ends)
        for number, starts, ends in (
            (1, "08:00", "08:40"),
            (2, "08:50", "09:30"),
            (3, "10:00", "10:40"),
            (4, "10:50", "11:30"),
            (5, "14:00", "14:40"),
            (6, "14:50", "15:30"),
            (7, "15:40", "16:20"),
        )
    ),
}


def timetable_template() -> bytes:
    """Return a workbook with both sheets."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E3EEE9", "border": 1})
        for sheet in (LESSONS, BELLS):
            page = book.add_worksheet(sheet.names[0])
            page.set_column(0, len(sheet.columns), 14)
            page.freeze_panes(1, 0)
            for at, column in enumerate(sheet.columns):
                page.write_string(0, at, column.names[0], bold)
            for row, cells in enumerate(EXAMPLES[sheet.key], start=1):
                for at, text in enumerate(cells):
                    page.write_string(row, at, text)
    return file.getvalue()

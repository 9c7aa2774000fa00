"""The workbook into which marks are typed: who writes the exam, and its subjects. No sums, no places."""

import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from taoli.archive.queries.mark_words import plain
from taoli.archive.queries.pupils import Asked, Pupil

WIDTHS = (16, 14, 12)


def marks_workbook(pupils: Iterable[Pupil], subjects: Sequence[Asked]) -> bytes:
    """Return an .xlsx with one sheet a class: number, name, class and a column for each subject."""
    rooms: dict[str, list[Pupil]] = {}
    for one in pupils:
        rooms.setdefault(one.room, []).append(one)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E3EEE9", "border": 1})
        text = book.add_format({"num_format": "@", "quote_prefix": True})
        for room, rows in rooms.items() or [("成绩", [])]:
            sheet = book.add_worksheet(_tab(room))
            heads = ["学号", "姓名", "班级", *(f"{one.name}（满分{plain(one.full)}）" for one in subjects)]
            for at, head in enumerate(heads):
                sheet.set_column(at, at, WIDTHS[at] if at < len(WIDTHS) else 14)
                sheet.write_string(0, at, head, bold)
            sheet.freeze_panes(1, 3)
            for at, one in enumerate(rows, start=1):
                for place, cell in enumerate((one.number, one.name, one.room)):
                    sheet.write_string(at, place, cell, text)
    return out.getvalue()


def _tab(room: str) -> str:
    """Return a name that Excel takes for a sheet."""
    return "".join(sign for sign in room if sign not in "[]:*?/\\")[:31] or "成绩"

"""Forms as sheets of one workbook: heading, columns as the scheme names them, rows of texts."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

from taoli.documents.official.paper import OWN_LAYOUT

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST = 28  # of 31 letters a sheet's name may have, room for a number
WIDTH = 16
HEAD_ROW = 2


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A form as plain texts; columns without a text in any row are for the pen."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def forms_xlsx(heading: str, forms: Sequence[FormSheet]) -> bytes:
    """Return the workbook; every text is written as text, so that nothing can become a formula."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        title = book.add_format({"font_name": "黑体", "font_size": 14})
        head = book.add_format({"font_name": "宋体", "bold": True, "border": 1, "align": "center", "text_wrap": True})
        text = book.add_format({"font_name": "宋体", "border": 1, "text_wrap": True, "num_format": "@"})
        for place, form in enumerate(forms, 1):
            sheet = book.add_worksheet(f"{place} {FORBIDDEN.sub('', form.title)[:LONGEST]}")
            sheet.write_string(0, 0, f"{heading}{form.title}", title)
            sheet.write_string(1, 0, OWN_LAYOUT)
            sheet.set_column(0, max(len(form.heads) - 1, 0), WIDTH)
            for column, name in enumerate(form.heads):
                sheet.write_string(HEAD_ROW, column, name, head)
            for at, row in enumerate(form.rows, HEAD_ROW + 1):
                for column, value in enumerate(row):
                    sheet.write_string(at, column, value, text)
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(HEAD_ROW)
    return out.getvalue()

"""The overview as a workbook: what is told and nothing else."""

import io

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from taoli.oversight.queries.blocks import Block
from taoli.oversight.queries.scopes import Scope

WIDTHS = (26, 34, 28, 12, 12, 12, 12)


def overview_workbook(scope: Scope, found: list[Block]) -> bytes:
    """Return an .xlsx with one line a figure: in words, its ends, its share; texts are forced to be text."""
    heads = (
        pgettext("column", "Part"),
        _("Figure"),
        _("In words"),
        _("At least"),
        _("At most"),
        _("Share from"),
        _("Share to"),
    )
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E7EFEA", "border": 1})
        text = book.add_format({"num_format": "@", "quote_prefix": True})
        part = book.add_format({"num_format": "0.0%"})
        sheet = book.add_worksheet(str(_("Overview")))
        sheet.write_string(0, 0, f"{scope.name} {scope.week} – {scope.until}", text)
        sheet.write_string(1, 0, _("Told in tens: no group below ten can be seen or reckoned."), text)
        for column, (head, width) in enumerate(zip(heads, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(2, column, head, bold)
        rows = [(block, line) for block in found for line in block.lines]
        for row, (block, line) in enumerate(rows, start=3):
            for column, words in enumerate((str(block.title), line.label, line.words)):
                sheet.write_string(row, column, words, text)
            if line.figure:
                sheet.write_number(row, 3, line.figure.low)
                sheet.write_number(row, 4, line.figure.high)
            if line.part:
                sheet.write_number(row, 5, line.part.low, part)
                sheet.write_number(row, 6, line.part.high, part)
        sheet.freeze_panes(3, 0)
    return out.getvalue()

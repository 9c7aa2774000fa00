"""Indicators as a workbook."""

import io

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from taoli.evaluation.queries.indicators import Indicator

WIDTH = 18


def indicators_workbook(found: list[Indicator]) -> bytes:
    """Return an .xlsx with one line an indicator and survey; texts are forced to be text."""
    heads = (
        _("Indicator"),
        _("Who answered"),
        _("Term"),
        _("Survey"),
        _("Share of yes"),
        _("From (95 %)"),
        _("To (95 %)"),
        pgettext("people", "Answered"),
        _("Could have been asked"),
    )
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E7EFEA", "border": 1})
        text = book.add_format({"num_format": "@", "quote_prefix": True})
        part = book.add_format({"num_format": "0.0%"})
        sheet = book.add_worksheet(_("Indicators"))
        for column, head in enumerate(heads):
            sheet.set_column(column, column, WIDTH)
            sheet.write_string(0, column, head, bold)
        rows = [(one, reading) for one in found for reading in one.readings]
        for row, (one, reading) in enumerate(rows, start=1):
            for column, words in enumerate((one.name, one.who, reading.term, reading.survey)):
                sheet.write_string(row, column, words, text)
            if reading.share is None:
                sheet.write_string(row, len(heads) - 2, _("too few answers"), text)
                continue
            share = reading.share
            for column, value in enumerate((share.share, share.low, share.high), start=4):
                sheet.write_number(row, column, value, part)
            sheet.write_number(row, 7, share.n)
            sheet.write_number(row, 8, share.population)
        sheet.freeze_panes(1, 0)
    return out.getvalue()

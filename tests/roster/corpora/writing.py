"""Writes the tests' workbooks as a school's programs do: .xlsx, .ods, .xls and texts. Nothing of `taoli`."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils import range_boundaries

Row = Sequence[Any]


class Formula(str):
    """A cell that is written as a formula."""

    __slots__ = ()


@dataclass
class Page:
    """A sheet: rows of cells; `merged` as A1:C1, comments by cell, number formats by cell, whether it is hidden."""

    name: str
    rows: Sequence[Row]
    merged: Iterable[str] = ()
    notes: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    hidden: bool = False


def xlsx(*pages: Page) -> bytes:
    """Return an .xlsx."""
    book = Workbook()
    book.remove(book.active)
    for page in pages:
        sheet = book.create_sheet(page.name)
        sheet.sheet_state = "hidden" if page.hidden else "visible"
        for at, row in enumerate(page.rows, start=1):
            for place, value in enumerate(row, start=1):
                if value not in {None, ""}:
                    cell = sheet.cell(at, place)
                    cell.value = value if not isinstance(value, str) else str(value)
                    if isinstance(value, str) and not isinstance(value, Formula):
                        cell.data_type = "s"
        for spot, words in page.notes.items():
            sheet[spot].comment = Comment(words, "office")
        for spot, form in page.formats.items():
            sheet[spot].number_format = form
        for area in page.merged:
            sheet.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def text(rows: Iterable[Row], encoding: str = "utf-8", separator: str = ",") -> bytes:
    """Return a text with separated values; days as programs print them."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
)
MIME = "application/vnd.oasis.opendocument.spreadsheet"
STYLES = (
    '<office:automatic-styles><style:style style:name="off" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
)
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def ods(*pages: Page) -> bytes:
    """Return an OpenDocument spreadsheet."""
    return ods_of(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES} office:version="1.2">{STYLES}'
        f"<office:body><office:spreadsheet>{''.join(_table(page) for page in pages)}</office:spreadsheet>"
        "</office:body></office:document-content>"
    )


def ods_of(content: str) -> bytes:
    """Return an OpenDocument spreadsheet with this content.xml."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content)
    return out.getvalue()


def _table(page: Page) -> str:
    spans = {}
    for area in page.merged:
        left, top, right, bottom = range_boundaries(area)
        spans[top, left] = (bottom - top + 1, right - left + 1)
    covered = {
        (row, place)
        for (top, left), (high, wide) in spans.items()
        for row in range(top, top + high)
        for place in range(left, left + wide)
    } - set(spans)
    rows = []
    for at, row in enumerate(page.rows, start=1):
        cells = [
            "<table:covered-table-cell/>" if (at, place) in covered else _cell(value, spans.get((at, place)))
            for place, value in enumerate(row, start=1)
        ]
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    style = ' table:style-name="off"' if page.hidden else ""
    return f"<table:table table:name={quoteattr(page.name)}{style}>{''.join(rows)}</table:table>"


def _cell(value: Any, span: tuple[int, int] | None) -> str:
    size = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if value in {None, ""}:
        return f"<table:table-cell{size}/>"
    if isinstance(value, Formula):
        kind = f' table:formula={quoteattr("of:" + value)} office:value-type="float" office:value="7"'
        return f"<table:table-cell{size}{kind}><text:p>7</text:p></table:table-cell>"
    if isinstance(value, dt.date):
        kind = f' office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, int | float):
        kind = f' office:value-type="float" office:value="{value}"'
    else:
        kind = ' office:value-type="string"'
    return f"<table:table-cell{size}{kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"

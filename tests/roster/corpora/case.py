"""One bad file: what it is called, what must be said of it, and how it is made."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import xlsxwriter

from tests.roster.corpora.school import PUPILS
from tests.roster.corpora.writing import Page


@dataclass(frozen=True, slots=True)
class Case:
    """`verdict` is the code of its one problem, with sheet, row and column after it where they must be named."""

    name: str
    file: str
    verdict: str
    make: Callable[[], bytes]


def plain_page(name: str = "学生") -> Page:
    """Return a sound sheet of students."""
    return Page(name, [["学号", "姓名", "班级"], *([one.number, one.name, one.room] for one in PUPILS)])


def plain_book() -> bytes:
    """Return a sound workbook of one sheet, whose words stand in a table of their own as Excel keeps them."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = plain_page()
        sheet = book.add_worksheet(page.name)
        for at, row in enumerate(page.rows):
            sheet.write_row(at, 0, row)
    return out.getvalue()


def packed(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def with_parts(changes: Mapping[str, bytes | str | None], data: bytes | None = None) -> bytes:
    """Return a workbook with parts put in, exchanged, or (None) taken out."""
    parts: dict[str, bytes | str | None] = {**parts_of(data or plain_book()), **changes}
    return packed({name: content for name, content in parts.items() if content is not None})

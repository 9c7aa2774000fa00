"""Writes .xls as Excel 97 and WPS keep it: BIFF8 records in a compound file. No kept library writes it any more.

Records and header as in Microsoft's [MS-XLS] and [MS-CFB]; only what a list of people needs.
"""

import datetime as dt
import struct
from typing import Any

from openpyxl.utils import range_boundaries

from tests.roster.corpora.writing import Formula, Page

SECTOR, LEAST = 512, 4096
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
GLOBALS, SHEET = 0x0005, 0x0010
GENERAL, DAY, DAY_FORMAT = 0, 1, 14
FIRST_DAY = dt.date(1899, 12, 30)


def xls(*pages: Page, locked: bool = False) -> bytes:
    """Return an .xls; `locked` puts the record of a password at its head."""
    sheets = [_sheet(page) for page in pages]
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, GLOBALS, 0x0DBB, 0x07CC, 0, 6))
    if locked:
        head += _record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48))
    head += _record(0x0042, struct.pack("<H", 1200)) + _record(0x0022, bytes(2))
    head += b"".join(_record(0x00E0, struct.pack("<HH", 0, form) + bytes(16)) for form in (GENERAL, DAY_FORMAT))
    names = [_text(page.name, "<B") for page in pages]
    start = len(head) + sum(10 + len(name) for name in names) + 4
    for page, name, sheet in zip(pages, names, sheets, strict=True):
        head += _record(0x0085, struct.pack("<IBB", start, page.hidden, 0) + name)
        start += len(sheet)
    return compound("Workbook", head + _record(0x000A, b"") + b"".join(sheets))


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _text(words: str, length: str) -> bytes:
    data = words.encode("utf-16-le")
    return struct.pack(length, len(data) // 2) + b"\x01" + data


def _sheet(page: Page) -> bytes:
    wide = max((len(row) for row in page.rows), default=0)
    out = _record(0x0809, struct.pack("<HHHHII", 0x0600, SHEET, 0x0DBB, 0x07CC, 0, 6))
    out += _record(0x0200, struct.pack("<IIHHH", 0, len(page.rows), 0, wide, 0))
    for row, cells in enumerate(page.rows):
        for column, value in enumerate(cells):
            if value not in {None, ""}:
                out += _cell(row, column, value)
    areas = [range_boundaries(area) for area in page.merged]
    if areas:
        parts = b"".join(struct.pack("<HHHH", top - 1, low - 1, left - 1, right - 1) for left, top, right, low in areas)
        out += _record(0x00E5, struct.pack("<H", len(areas)) + parts)
    return out + _record(0x000A, b"")


def _cell(row: int, column: int, value: Any) -> bytes:
    place = struct.pack("<HH", row, column)
    if isinstance(value, Formula):
        return _record(0x0006, place + struct.pack("<HdHIHBH", GENERAL, 7.0, 0, 0, 3, 0x1E, 7))
    if isinstance(value, dt.date):
        return _record(0x0203, place + struct.pack("<Hd", DAY, (value - FIRST_DAY).days))
    if isinstance(value, int | float):
        return _record(0x0203, place + struct.pack("<Hd", GENERAL, value))
    return _record(0x0204, place + struct.pack("<H", GENERAL) + _text(value, "<H"))


def compound(name: str, stream: bytes) -> bytes:
    """Return a compound file with one stream."""
    size = max(LEAST, -(-len(stream) // SECTOR) * SECTOR)
    count = size // SECTOR
    tables = -(-(count + 2) // (SECTOR // 4 - 1))
    chain = [*range(1, count), END, END, *([FAT] * tables)]
    chain += [FREE] * (tables * SECTOR // 4 - len(chain))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, tables, count, 0, LEAST, END, 0, END, 0)
    head += struct.pack("<109I", *range(count + 1, count + 1 + tables), *([FREE] * (109 - tables)))
    folder = _entry("Root Entry", 5, 1, END, 0) + _entry(name, 2, FREE, 0, size) + bytes(256)
    return head + stream.ljust(size, b"\0") + folder + struct.pack(f"<{len(chain)}I", *chain)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    words = (name + "\0").encode("utf-16-le")
    out = words.ljust(64, b"\0") + struct.pack("<HBBIII", len(words), kind, 1, FREE, FREE, child)
    return out + bytes(36) + struct.pack("<IQ", start, size)

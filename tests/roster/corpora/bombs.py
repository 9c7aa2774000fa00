"""Twenty files made to hurt whoever opens them: small outside, endless inside. None may cost a second."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.roster.corpora.case import Case, packed, parts_of, plain_book, plain_page, with_parts
from tests.roster.corpora.damaged import BOOK, RELATIONS, SHEET, STRINGS
from tests.roster.corpora.old_excel import xls
from tests.roster.corpora.writing import SPACES, ods_of

MEGABYTE = 1024 * 1024
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPE = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">{LAUGHS}]>'
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def zeros() -> bytes:
    """120 MB of noughts beside the sheet."""
    return with_parts({"xl/media/a.bin": bytes(120 * MEGABYTE)})


def nested() -> bytes:
    """A zip in a zip in a zip, six deep, under a workbook's name."""
    inner = packed({"a.bin": bytes(4 * MEGABYTE)})
    for _each in range(6):
        inner = packed({f"{n}.zip": inner for n in range(4)})
    return inner


def overlapping() -> bytes:
    """Two hundred entries that all point at the same packed megabytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    kernel = packer.compress(bytes(8 * MEGABYTE)) + packer.flush()
    facts = struct.pack("<HHHHIII", 0, 8, 0, 0x5A21, zlib.crc32(bytes(8 * MEGABYTE)), len(kernel), 8 * MEGABYTE)
    name = SHEET.encode()
    data = b"PK\x03\x04" + struct.pack("<H", 20) + facts + struct.pack("<HH", len(name), 0) + name + kernel
    names = [BOOK, SHEET, *(f"xl/worksheets/s{n}.xml" for n in range(198))]
    folder = b"".join(
        b"PK\x01\x02" + struct.pack("<HH", 20, 20) + facts + struct.pack("<HHHHHII", len(one), 0, 0, 0, 0, 0, 0) + one
        for one in (word.encode() for word in names)
    )
    end = struct.pack("<HHHHIIH", 0, 0, len(names), len(names), len(folder), len(data), 0)
    return data + folder + b"PK\x05\x06" + end


def lying(size: int) -> bytes:
    """A sheet of 120 MB whose headers say it has a few bytes."""
    honest = with_parts({SHEET: HEAD.encode() + b" " * (120 * MEGABYTE) + b"</worksheet>"})
    with zipfile.ZipFile(io.BytesIO(honest)) as archive:
        real = struct.pack("<I", archive.getinfo(SHEET).file_size)
    return honest.replace(real, struct.pack("<I", size))


def entity(name: str) -> Callable[[], bytes]:
    """Ten times ten times ten laughs in one part of the workbook."""
    return lambda: with_parts({name: f"{DOCTYPE}<a>&l9;</a>"})


def quadratic() -> bytes:
    """One long entity, named 20,000 times."""
    text = f'<!DOCTYPE a [<!ENTITY e "{"e" * 50_000}">]><worksheet>{"&e;" * 20_000}</worksheet>'
    return with_parts({SHEET: text})


def cells(count: int) -> bytes:
    """More rows than any school has people."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, count))
    return with_parts({SHEET: f"{HEAD}<sheetData>{rows}</sheetData></worksheet>"})


def sheet(inside: str) -> Callable[[], bytes]:
    """A sheet with this inside."""
    return lambda: with_parts({SHEET: f"{HEAD}{inside}</worksheet>"})


def deep() -> bytes:
    """Elements one inside the other, 300,000 deep."""
    return with_parts({SHEET: HEAD + "<a>" * 300_000 + "</a>" * 300_000 + "</worksheet>"})


def many_sheets() -> bytes:
    """A workbook that lists 200,000 sheets."""
    names = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 200_000))
    spaces = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return with_parts({BOOK: f"<workbook {spaces}><sheets>{names}</sheets></workbook>"})


def many_entries() -> bytes:
    """Sixty thousand empty entries."""
    return packed({**parts_of(plain_book()), **{f"xl/x{n}": b"" for n in range(60_000)}}, zipfile.ZIP_STORED)


def repeated_ods() -> bytes:
    """A million rows of a thousand columns in two attributes."""
    cell = '<table:table-cell table:number-columns-repeated="1000" office:value-type="string"><text:p>1</text:p>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-cell></table:table-row>'
    return ods_of(
        f"<office:document-content {SPACES}><office:body><office:spreadsheet>"
        f'<table:table table:name="学生">{row}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )


def wide_xls() -> bytes:
    """An .xls with one cell in its very last corner."""
    data = xls(plain_page())
    at = data.rfind(struct.pack("<HHHH", 0x0204, 9 + 2 * 6, 18, 2))
    return data[: at + 4] + struct.pack("<HH", 65535, 255) + data[at + 8 :]


FAR = '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
AREA = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/>'
BOMBS = [
    Case("zeros", "名单.xlsx", "packed", zeros),
    Case("nested zips", "名单.xlsx", "not_workbook", nested),
    Case("overlapping entries", "名单.xlsx", "packed", overlapping),
    Case("a header that lies", "名单.xlsx", "unreadable", lambda: lying(900)),
    Case("a header that says nothing", "名单.xlsx", "unreadable", lambda: lying(0)),
    Case("laughs in a sheet", "名单.xlsx", "unreadable", entity(SHEET)),
    Case("laughs in the words", "名单.xlsx", "unreadable", entity(STRINGS)),
    Case("laughs in the book", "名单.xlsx", "unreadable", entity(BOOK)),
    Case("laughs in the relations", "名单.xlsx", "unreadable", entity(RELATIONS)),
    Case("one entity named often", "名单.xlsx", "unreadable", quadratic),
    Case("too many rows", "名单.xlsx", "sheet_too_large", lambda: cells(60_000)),
    Case("a cell at the end of the world", "名单.xlsx", "sheet_too_large", sheet(FAR)),
    Case("one cell merged over everything", "名单.xlsx", "sheet_too_large", sheet(f"{AREA}</mergeCells>")),
    Case("elements without end", "名单.xlsx", "packed", deep),
    Case("sheets without end", "名单.xlsx", "unreadable", many_sheets),
    Case("entries without end", "名单.xlsx", "packed", many_entries),
    Case("an .ods of a thousand million cells", "名单.ods", "sheet_too_large", repeated_ods),
    Case("an .xls with a far corner", "名单.xls", "sheet_too_large", wide_xls),
    Case("a line without end", "名单.csv", "too_wide", lambda: b"a," * (4 * MEGABYTE)),
    Case("a text without end", "名单.csv", "too_big", lambda: "学号,姓名\n".encode() * MEGABYTE),
]

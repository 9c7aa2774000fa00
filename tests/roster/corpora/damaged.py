"""Files that are damaged or no workbooks at all: each gets one verdict for the whole file."""

import gzip
import io
import random
import struct
import zipfile
from collections.abc import Callable

from tests.roster.corpora.case import Case, packed, parts_of, plain_book, plain_page, with_parts
from tests.roster.corpora.old_excel import compound, xls
from tests.roster.corpora.writing import Page, ods, ods_of, xlsx

SHEET, BOOK, RELATIONS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STRINGS = "xl/sharedStrings.xml"
DOCTYPE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'
NO_WORKBOOK: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a picture": ("照片.png", lambda: b"\x89PNG\r\n\x1a\n" + bytes(400)),
    "a photograph": ("照片.xlsx", lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(400)),
    "a paper": ("名单.pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"),
    "a document of Word": (
        "名单.docx",
        lambda: packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"}),
    ),
    "slides": ("家长会.pptx", lambda: packed({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<a/>"})),
    "a zip of workbooks": ("名单.zip", lambda: packed({"学生.xlsx": plain_book()})),
    "a zip of a text": ("名单.xlsx", lambda: packed({"readme.txt": "not a workbook"})),
    "a text of OpenDocument": (
        "名单.odt",
        lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
    ),
    "a binary workbook": ("名单.xlsb", lambda: packed({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": b"\x83"})),
    "another archive": ("名单.rar", lambda: b"Rar!\x1a\x07\x01\x00" + bytes(200)),
    "a third archive": ("名单.7z", lambda: b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(200)),
    "a workbook packed once more": ("名单.xlsx", lambda: gzip.compress(plain_book(), mtime=0)),
    "a program": ("名单.exe", lambda: b"MZ\x90\x00" + bytes(60) + b"PE\x00\x00" + bytes(200)),
    "a database": ("名单.db", lambda: b"SQLite format 3\x00" + bytes(500)),
    "noughts": ("名单.xlsx", lambda: bytes(4000)),
    "noise": ("名单.xlsx", lambda: random.Random(4).randbytes(4000)),  # noqa: S311 - the same noise each time
    "a web page": ("名单.xls", "<html><body><table><tr><td>学号</td></tr></table></body></html>".encode),
    "XML of 2003": ("名单.xls", lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:x"/>'),
    "a drawing": ("名单.svg", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    "no byte but one": ("名单.xlsx", lambda: b"P"),
}


def cut(data: bytes, share: float) -> bytes:
    """Return the first part of the bytes."""
    return data[: int(len(data) * share)]


def flipped() -> bytes:
    """Return a workbook whose sheet has a byte flipped inside its packed data."""
    data = bytearray(plain_book())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        entry = archive.getinfo(SHEET)
    data[entry.header_offset + 30 + len(SHEET) + entry.compress_size // 2] ^= 0x55
    return bytes(data)


def with_flag(bits: int, method: int | None = None) -> bytes:
    """Return a workbook whose entries claim a password, or a way of packing nobody knows."""
    data = bytearray(plain_book())
    for mark, flags, way in ((b"PK\x03\x04", 6, 8), (b"PK\x01\x02", 8, 10)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= bits
            if method is not None:
                data[at + way : at + way + 2] = struct.pack("<H", method)
            at = data.find(mark, at + 4)
    return bytes(data)


def twice() -> bytes:
    """Return a workbook that holds the sheet twice: two readers would see two different sheets."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(plain_book()).items():
            archive.writestr(name, content)
        # zipfile warns of a second entry of one name; the names are exchanged afterwards.
        archive.writestr(SHEET.replace("1", "9"), parts_of(plain_book())[SHEET].replace(b"<v>", b"<v>1"))
    return out.getvalue().replace(SHEET.replace("1", "9").encode(), SHEET.encode())


def two_names() -> bytes:
    """Return a workbook whose local header names another file than its directory."""
    data = plain_book()
    at = data.find(SHEET.encode())
    return data[:at] + SHEET.replace("1", "7").encode() + data[at + len(SHEET) :]


def looped() -> bytes:
    """Return an .xls whose chain of sectors runs in a circle."""
    data = bytearray(xls(plain_page()))
    table = struct.unpack_from("<I", data, 76)[0]
    struct.pack_into("<I", data, 512 + table * 512 + 12, 1)
    return bytes(data)


def too_long_record() -> bytes:
    """Return an .xls with a record that claims more bytes than there are."""
    data = bytearray(xls(plain_page()))
    at = data.find(struct.pack("<H", 0x0204), 1000)
    struct.pack_into("<H", data, at + 2, 0x2000)
    return bytes(data)


def _part(name: str, content: str | bytes | None) -> Callable[[], bytes]:
    return lambda: with_parts({name: content})


def _old(name: str, stream: bytes) -> Callable[[], bytes]:
    return lambda: compound(name, stream)


def _ods(content: str) -> Callable[[], bytes]:
    return lambda: ods_of(content)


UNREADABLE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "cut in the middle": ("名单.xlsx", lambda: cut(plain_book(), 0.5)),
    "cut at the end": ("名单.xlsx", lambda: cut(plain_book(), 0.98)),
    "a byte flipped": ("名单.xlsx", flipped),
    "an unknown packing": ("名单.xlsx", lambda: with_flag(0, 99)),
    "the sheet twice": ("名单.xlsx", twice),
    "two names of one entry": ("名单.xlsx", two_names),
    "no list of sheets": ("名单.xlsx", _part(RELATIONS, None)),
    "a sheet that is not there": ("名单.xlsx", _part(SHEET, None)),
    "a sheet that breaks off": ("名单.xlsx", _part(SHEET, "<worksheet><sheetData><row>")),
    "a sheet of noise": ("名单.xlsx", _part(SHEET, random.Random(5).randbytes(900))),  # noqa: S311
    "a book that breaks off": ("名单.xlsx", _part(BOOK, "<workbook><sheets>")),
    "words that break off": ("名单.xlsx", _part(STRINGS, "<sst><si><t>学号")),
    "words that are missing": ("名单.xlsx", _part(STRINGS, "<sst/>")),
    "relations that break off": ("名单.xlsx", _part(RELATIONS, "<Relationships")),
    "entities in a sheet": ("名单.xlsx", _part(SHEET, DOCTYPE + "<worksheet/>")),
    "entities in the book": ("名单.xlsx", _part(BOOK, DOCTYPE + "<workbook/>")),
    "entities in the words": ("名单.xlsx", _part(STRINGS, DOCTYPE + "<sst/>")),
    "entities in the relations": ("名单.xlsx", _part(RELATIONS, DOCTYPE + "<Relationships/>")),
    "entities in two bytes a letter": ("名单.xlsx", _part(SHEET, (DOCTYPE + "<worksheet/>").encode("utf-16"))),
    "an .xls cut in the middle": ("名单.xls", lambda: cut(xls(plain_page()), 0.5)),
    "an .xls of its head": ("名单.xls", lambda: xls(plain_page())[:512]),
    "an .xls in a circle": ("名单.xls", looped),
    "an .xls with a record too long": ("名单.xls", too_long_record),
    "a letter of old Word": ("名单.xls", _old("WordDocument", bytes(900))),
    "an .xls of noise": ("名单.xls", _old("Workbook", random.Random(6).randbytes(5000))),  # noqa: S311
    "an .ods without content": ("名单.ods", lambda: with_parts({"content.xml": None}, ods(plain_page()))),
    "an .ods that breaks off": ("名单.ods", _ods("<office:document-content>")),
    "entities in an .ods": ("名单.ods", _ods(DOCTYPE + "<document/>")),
}
LOCKED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "entries with a password": ("名单.xlsx", lambda: with_flag(1)),
    "an .xls with a password": ("名单.xls", lambda: xls(plain_page(), locked=True)),
    "an .xlsx with a password": ("名单.xlsx", _old("EncryptedPackage", bytes(5000))),
    "an .ods with a password": (
        "名单.ods",
        lambda: with_parts({"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}, ods(plain_page())),
    ),
}
EMPTY: dict[str, tuple[str, Callable[[], bytes]]] = {
    "no rows": ("名单.xlsx", lambda: xlsx(Page("学生", []), Page("教师", []))),
    "headings only": ("名单.xlsx", lambda: xlsx(Page("学生", [["学号", "姓名", "班级"]]))),
    "an .xls without rows": ("名单.xls", lambda: xls(Page("学生", []))),
    "an .ods without rows": ("名单.ods", lambda: ods(Page("学生", []))),
    "a text without rows": ("名单.csv", lambda: b"\xef\xbb\xbf\r\n\r\n"),
    "hidden sheets only": ("名单.xlsx", lambda: xlsx(Page("封面", []), Page("学生", plain_page().rows, hidden=True))),
}
GROUPS = {"not_workbook": NO_WORKBOOK, "unreadable": UNREADABLE, "locked": LOCKED, "empty": EMPTY}
DAMAGED = [Case(name, file, code, make) for code, group in GROUPS.items() for name, (file, make) in group.items()]

"""Looking at sheets before their values are read."""

import struct
from typing import Any

import pytest

from taoli.roster.readers.parts import ForbiddenXmlError, Parts, stream
from taoli.roster.readers.scan import DamagedError, letters, position, quick_scan, scan_sheet, scan_xlsx, sheet_files
from taoli.roster.readers.scan_ods import scan_ods
from taoli.roster.readers.scan_xls import Compound, LockedError, scan_xls
from tests.roster.books import workbook
from tests.roster.corpora.case import with_parts
from tests.roster.corpora.old_excel import compound, xls
from tests.roster.corpora.writing import Formula, Page, ods, xlsx

HEAD = '<?xml version="1.0" encoding="UTF-8"?><worksheet>'
SHEET = "xl/worksheets/sheet1.xml"
PAGE = Page("一", [["学号", "姓名"], ["a", Formula("=1+1")], ["b"]], merged=("A2:A3",), notes={"A1": "注"})


@pytest.mark.parametrize(
    ("reference", "place"), [("A1", (1, 1)), ("Z9", (9, 26)), ("AB12", (12, 28)), ("", (0, 0)), ("1A", (0, 0))]
)
def test_references_become_places(reference: str, place: tuple[int, int]) -> None:
    assert position(reference) == place


def test_letters_are_the_way_back() -> None:
    assert [letters(column) for column in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_formulas_and_notes_are_found_in_every_format() -> None:
    found = scan_xlsx(xlsx(PAGE, Page("二", [["a"]])))
    assert [(name, one.formulas, one.comments) for name, one in found.items()] == [("一", [(2, 2)], 1), ("二", [], 0)]
    opened = scan_ods(ods(PAGE))["一"]
    assert (opened.formulas, opened.merged) == ([(2, 2)], [(2, 1, 3, 1)])
    assert scan_xls(xls(PAGE))["一"].formulas == [(2, 2)]


def test_sheets_are_named_with_their_files() -> None:
    parts = Parts(workbook({"一": [["学号"]], "二": []}))
    assert sheet_files(parts) == {"一": SHEET, "二": SHEET.replace("1", "2")}
    assert scan_sheet(parts, SHEET).formulas == []


@pytest.mark.parametrize(
    "content",
    [
        f'{HEAD}<c r="A1"><f>1</f></c>',
        f'{HEAD}<x:c r="A1"><x:f>1</x:f></x:c>',
        f"{HEAD}<c r='A1'><v>1</v></c>",
        f'{HEAD}<c s="1" r="A1"><v>1</v></c>',
        f'{HEAD}<c r="A&#49;"><v>1</v></c>',
        f'{HEAD}<!-- c --><c r="A1"><v>1</v></c>',
        f'{HEAD}<c r="A30000"><v>1</v></c>',
        f'{HEAD}<c r="XFD1"><v>1</v></c>',
        f'{HEAD}<mergeCell ref="A1:A30000"/>',
        f"{HEAD}<mergeCell ref='A1:A2'/>",
        f'{HEAD}<f r="1">',
        '<?xml version="1.0" encoding="GBK"?><worksheet><c r="A1"/>',
    ],
)
def test_whatever_may_hide_something_is_walked_through(content: str) -> None:
    assert quick_scan(content.encode()) is None


def test_a_plain_sheet_is_not() -> None:
    found = quick_scan(f'{HEAD}<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"/></row>'.encode())
    assert (found is not None and found.words, quick_scan(HEAD.encode()) is not None) == (True, True)


def test_a_cell_without_its_place_stands_behind_the_last_and_a_format_alone_is_no_value() -> None:
    def scanned(rows: str) -> Any:
        return scan_xlsx(with_parts({SHEET: f"<worksheet><sheetData>{rows}</sheetData></worksheet>"}))["学生"]

    assert scanned('<row r="3"><c><v>1</v></c><c><f>1</f></c></row><row><c><f>1</f></c></row>').formulas == [
        (3, 2),
        (4, 1),
    ]
    assert not scanned('<row r="900000"><c r="A900000" s="1"/></row>').too_large
    assert scanned('<row r="900000"><c r="A900000" s="1"><v>1</v></c></row>').too_large


def test_document_types_depth_and_missing_words_are_refused() -> None:
    with pytest.raises(ForbiddenXmlError):
        scan_xlsx(with_parts({SHEET: "<!DOCTYPE a><worksheet/>"}))
    with pytest.raises(ForbiddenXmlError):
        stream(b"<a>" * 70, lambda *_args: None)
    with pytest.raises(ForbiddenXmlError):
        stream(b"<!DOCTYPE a><a/>", lambda *_args: None)
    words = '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>'
    with pytest.raises(DamagedError):
        scan_xlsx(with_parts({SHEET: words, "xl/sharedStrings.xml": "<sst/>"}))


def test_small_streams_and_passwords_of_old_workbooks() -> None:
    assert Compound(compound("Small", b"abc")).stream("Small")[:3] == b"abc"
    with pytest.raises(LockedError):
        scan_xls(xls(PAGE, locked=True))
    with pytest.raises(DamagedError):
        scan_xls(compound("Workbook", struct.pack("<HH", 0x0809, 60_000)))

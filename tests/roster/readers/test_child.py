"""The process that reads a workbook."""

import datetime as dt
import subprocess
import sys

import pytest

from taoli.roster.readers import workbook as reader
from taoli.roster.readers.book import LOST, Upload
from taoli.roster.readers.child import answer, text
from taoli.roster.readers.problem import RefusedError
from tests.roster.books import school_book, workbook
from tests.roster.corpora.bombs import wide_xls
from tests.roster.corpora.old_excel import xls
from tests.roster.corpora.writing import Page, ods, xlsx


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (12.0, "12"),
        (1.5, "1.5"),
        (True, "是"),
        (False, "否"),
        (dt.datetime(2010, 5, 1, tzinfo=dt.UTC), "2010-05-01"),
        (dt.date(2010, 5, 1), "2010-05-01"),
        ("\u3000张 三 ", "张 三"),
        (1e17, f"{LOST}100000000000000000"),
    ],
)
def test_cells_become_texts(value: object, expected: str) -> None:
    assert text(value) == expected


def test_it_knows_neither_django_nor_a_database() -> None:
    code = "import sys, taoli.roster.readers.child; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=reader.ROOT)
    assert done.stdout.strip() == "False"


def test_it_is_limited_in_memory() -> None:
    code = "from taoli.roster.readers.child import limit; limit(); bytearray(3 * 1024**3)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=reader.ROOT)
    assert done.returncode != 0
    assert "MemoryError" in done.stderr


def test_a_workbook_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "SECONDS", 0.001)
    with pytest.raises(RefusedError, match="too_slow"):
        reader.read_book(Upload("名单.xlsx", workbook(school_book())))


def test_all_sheets_are_read_without_the_empty_cells_at_their_ends() -> None:
    book = reader.read_book(Upload("名单.xlsx", workbook({"学生": [["学号", "姓名", ""], ["S1"], ["", ""]], "空": []})))
    assert [(grid.name, grid.rows) for grid in book.grids] == [("学生", [["学号", "姓名"], ["S1"]]), ("空", [])]


def test_a_text_has_one_sheet_of_its_own_name() -> None:
    (grid,) = reader.read_book(Upload("新生.csv", "学号,姓名\nS1,=1\n".encode())).grids
    assert (grid.name, grid.rows, grid.formulas) == ("新生", [["学号", "姓名"], ["S1", "=1"]], [(2, 2)])


PAGE = Page("学生", [["学号", "姓名"], ["S1", "甲"], ["S2"]], merged=("B2:B3",))


@pytest.mark.parametrize(("kind", "data"), [("xlsx", xlsx(PAGE)), ("ods", ods(PAGE)), ("xls", xls(PAGE))])
def test_every_kind_gives_the_same_sheet(kind: str, data: bytes) -> None:
    (sheet,) = answer(data, kind)["sheets"]
    assert (sheet["name"], sheet["rows"][:2], sheet["rows"][2][0]) == ("学生", [["学号", "姓名"], ["S1", "甲"]], "S2")
    assert (sheet["merged"], sheet["hidden"], sheet["too_large"]) == ([(2, 2, 3, 2)], False, False)


def test_what_must_not_be_read_is_answered_with_its_code() -> None:
    assert answer(b"a\0b", "text") == {"refused": "text_bytes", "values": {}}
    assert answer(xls(PAGE, locked=True), "xls") == {"refused": "locked", "values": {}}


def test_an_old_sheet_with_a_far_cell_is_not_unpacked() -> None:
    (sheet,) = answer(wide_xls(), "xls")["sheets"]
    assert (sheet["name"], sheet["rows"], sheet["too_large"]) == ("学生", [], True)

"""Looking at a sheet's XML."""

import pytest

from taoli.roster.readers.scan import letters, opened, position, scan_sheet, sheet_files
from tests.roster.books import Formula, workbook


@pytest.mark.parametrize(
    ("reference", "place"), [("A1", (1, 1)), ("Z9", (9, 26)), ("AB12", (12, 28)), ("", (0, 0)), ("1A", (0, 0))]
)
def test_references_become_places(reference: str, place: tuple[int, int]) -> None:
    assert position(reference) == place


def test_letters_are_the_way_back() -> None:
    assert [letters(column) for column in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_formulas_are_found_where_they_stand() -> None:
    data = workbook({"一": [["学号", "姓名"]], "二": [["a", Formula("=1+1")], ["b", "c", Formula('=HYPERLINK("x")')]]})
    with opened(data) as archive:
        files = sheet_files(archive)
        assert list(files) == ["一", "二"]
        assert scan_sheet(archive, files["一"]).formulas == []
        assert scan_sheet(archive, files["二"]).formulas == [(1, 2), (2, 3)]

"""Looking at a file from outside."""

import io
import zipfile

import pytest

from taoli.roster.readers.archive import MEGABYTE, MOST_ENTRIES, OLE, kind_of
from taoli.roster.readers.book import Upload
from taoli.roster.readers.problem import RefusedError
from tests.roster.books import school_book, workbook


def packed(**entries: bytes) -> bytes:
    out = io.BytesIO(workbook(school_book()))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def opendocument(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("名单.xlsx", workbook(school_book()), "xlsx"),
        ("名单.csv", workbook(school_book()), "xlsx"),
        ("名单.xls", OLE + bytes(600), "xls"),
        ("名单.ods", opendocument(content_xml=b"<a/>"), "ods"),
        ("名单.CSV", b"a,b", "text"),
        ("名单.txt", b"a,b", "text"),
    ],
)
def test_content_says_the_kind_before_the_name_does(name: str, data: bytes, kind: str) -> None:
    assert kind_of(Upload(name, data)) == kind


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04" + bytes(11 * MEGABYTE), "too_big"),
        (b"hello", "not_workbook"),
        (b"PK\x03\x04" + bytes(400), "unreadable"),
        (packed(xl__vbaProject=b"", **{"xl__vbaProject.bin": b"x"}), "macros"),
        (packed(**{"xl__externalLinks__externalLink1.xml": b"<a/>"}), "external"),
        (packed(**{"xl__connections.xml": b"<a/>"}), "external"),
        (packed(**{"xl__embeddings__a.xlsx": b"x"}), "embedded"),
        (packed(**{"xl__media__a.bin": bytes(2 * MEGABYTE)}), "packed"),
        (packed(**{f"x{n}": b"" for n in range(MOST_ENTRIES)}), "packed"),
        (packed(**{f"x{n}": b"" for n in range(3 * MOST_ENTRIES)}), "packed"),
        (packed(**{"XL__workbook.xml": b""}), "unreadable"),
        (opendocument(META_INF=b"", **{"META-INF__manifest.xml": b"<encryption-data/>"}), "locked"),
        (opendocument(Basic__a=b"x"), "macros"),
        (OLE + "_VBA_PROJECT_CUR".encode("utf-16-le"), "macros"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked"),
    ],
)
def test_what_must_not_be_opened_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(RefusedError, match=f"^{code}$"):
        kind_of(Upload("名单.xlsx", data))


def test_a_sheet_for_each_of_72_classes_with_notes_is_not_too_many_entries() -> None:
    assert kind_of(Upload("名单.xlsx", packed(**{f"xl__x{n}": b"" for n in range(5 * 72 + 10)}))) == "xlsx"

"""What a template must not be or carry is found before anything of it is used."""

import io
import os
import zipfile

import pytest

from taoli.documents.readers.fault import FaultError
from taoli.documents.readers.package import MOST_BYTES, parts_of
from tests.documents.templating import linked, own, repacked, whole

PLAIN = own("{{ school }}")


def zipped(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def typed(kind: str) -> bytes:
    return repacked(
        PLAIN,
        "[Content_Types].xml",
        lambda xml: xml.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", kind.encode()
        ),
    )


def coded(code: str) -> bytes:
    first, second = code[:3], code[3:]
    runs = f"<w:p><w:r><w:instrText>{first}</w:instrText></w:r><w:r><w:instrText>{second}</w:instrText></w:r></w:p>"
    return repacked(PLAIN, "word/document.xml", lambda xml: xml.replace(b"<w:body>", f"<w:body>{runs}".encode()))


MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
SWOLLEN = b"".join(bytes([one]) * 80 for one in os.urandom(280_000))
HARM = {
    "empty": (b"", "not_word"),
    "text": (b"hello", "not_word"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_word"),
    "locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked"),
    "any zip": (zipped(a=b"1"), "not_word"),
    "half a file": (PLAIN[: len(PLAIN) // 2], "unreadable"),
    "too big": (PLAIN + os.urandom(MOST_BYTES), "too_big"),
    "bomb": (repacked(PLAIN, "word/media/a.xml", lambda _xml: b" " * 60_000_000), "packed"),
    "swollen": (repacked(PLAIN, "word/a.txt", lambda _xml: SWOLLEN), "packed"),
    "many entries": (zipped(**{f"e{no}": b"" for no in range(500)}), "packed"),
    "macro": (repacked(PLAIN, "word/vbaProject.bin", lambda _xml: b"\0"), "macros"),
    "docm": (typed(MACRO), "macros"),
    "dotx": (typed(TEMPLATE), "not_word"),
    "workbook inside": (repacked(PLAIN, "word/embeddings/a.xlsx", lambda _xml: b"x"), "embedded"),
    "page inside": (repacked(PLAIN, "word/a.html", lambda _xml: b"<p>"), "embedded"),
    "picture elsewhere": (linked(PLAIN, "image", "http://example.org/a.png"), "external"),
    "link": (linked(PLAIN, "hyperlink", "https://example.org/"), "external"),
    "share": (linked(PLAIN, "image", "\\\\server\\share", "Internal"), "external"),
    "template elsewhere": (linked(PLAIN, "attachedTemplate", "a.dotm", "Internal"), "embedded"),
    "object": (linked(PLAIN, "oleObject", "a", "Internal"), "embedded"),
    "broken": (repacked(PLAIN, "word/document.xml", lambda xml: xml[:-20]), "broken"),
    "entities": (repacked(PLAIN, "word/comments.xml", lambda _xml: DOCTYPE), "broken"),
    "including": (coded('INCLUDETEXT "x"'), "field"),
    "asking": (coded("DDEAUTO c x"), "field"),
    "address": (coded(' HYPERLINK "http://example.org"'), "field"),
}


@pytest.mark.parametrize(("data", "code"), HARM.values(), ids=HARM)
def test_harm_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(FaultError) as refused:
        parts_of(data)
    assert refused.value.fault.code == code


def test_a_plain_document_gives_the_parts_its_words_stand_in() -> None:
    assert "word/document.xml" in parts_of(PLAIN)
    found = parts_of(whole())
    assert any(name.startswith("word/footer") for name in found)
    assert "word/styles.xml" not in found


def test_page_numbers_and_links_inside_are_allowed() -> None:
    assert parts_of(coded("PAGE"))
    assert parts_of(coded(" HYPERLINK \\l mark"))

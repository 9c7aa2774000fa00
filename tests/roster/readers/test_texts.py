"""Texts with separated values."""

import codecs

import pytest

from taoli.roster.readers.problem import RefusedError
from taoli.roster.readers.texts import decode, rows_of

TEXT = "学号,姓名,班级\r\nS1,李𬍛,高一(1)班\r\n"
ROWS = [["学号", "姓名", "班级"], ["S1", "李𬍛", "高一(1)班"]]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode("gb18030"),
        TEXT.replace(",", "，").encode(),
    ],
)
def test_codings_and_separators_are_found_out(data: bytes) -> None:
    assert rows_of(data) == (ROWS, [])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a,b\0c\n", "text_bytes"),
        ("a\0b".encode("utf-16"), "text_bytes"),
        (b"\xff\xff\xff\xff", "text_coding"),
        (codecs.BOM_UTF8 + b"\xff", "text_coding"),
        ("何晨曦,罗一鸣,郑书瑶".encode() + b"\xc3\n", "text_coding"),
        (b'"a\nb' + b"x" * 5000, "text_broken"),
        (b"a," * 200, "too_wide"),
        (b"a," * 400_000, "too_wide"),
        (b"a,b\n" * 20_001, "too_long_text"),
    ],
)
def test_what_is_no_list_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(RefusedError, match=f"^{code}$"):
        rows_of(data)


def test_formulas_are_found_and_what_only_keeps_noughts_is_a_text() -> None:
    rows, formulas = rows_of(b'="007",=1+1,\'=x,+86 138,-,=cmd|x\n')
    assert rows == [["007", "=1+1", "=x", "+86 138", "-", "=cmd|x"]]
    assert formulas == [(1, 2), (1, 6)]


def test_gb18030_is_not_tried_on_broken_utf8() -> None:
    assert decode("何晨曦".encode("gb18030")) == "何晨曦"
    with pytest.raises(RefusedError):
        decode("何晨曦罗一鸣".encode()[:-1])

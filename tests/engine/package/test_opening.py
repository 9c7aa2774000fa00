"""What goes in comes out, for the receiver and with the code only."""

import pytest

from taoli.engine.package import RefusedError, fingerprint, new_keys, open_package, open_restricted, public_keys
from taoli.engine.package.sealing import code_of, code_text
from tests.engine.package.packing import ALPHA, BETA, ID, STRANGER, drawer, packed, student


def test_the_same_parts_make_the_same_file() -> None:
    assert packed().data == packed().data


def test_what_goes_in_comes_out() -> None:
    opened = open_package(packed(student()).data, BETA)
    assert opened.students == (student(),)
    assert opened.manifest.restricted


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("李\0一", "李一"), ("\0\0李", "李"), ("李\\\0", "李\\"), ("李\\u0000", "李\\u0000"), ("\\\\\0李", "\\\\李")],
)
def test_a_zero_character_that_another_database_kept_is_left_out(sent: str, kept: str) -> None:
    one = student()
    pasted = one.model_copy(update={"person": one.person.model_copy(update={"school_class": sent})})
    assert open_package(packed(pasted).data, BETA).students[0].person.school_class == kept


def test_nobody_else_opens_it() -> None:
    with pytest.raises(RefusedError) as refusal:
        open_package(packed().data, STRANGER)
    assert refusal.value.finding.code == "cannot_open"


def test_the_restricted_part_opens_with_its_own_code_only() -> None:
    built = packed()
    opened = open_package(built.data, BETA)
    assert open_restricted(ID, opened.restricted, built.code.lower().replace("-", " ")).lines[0].text == "住处不宜外传"
    for code in ("", code_text(b"0" * 16)):
        with pytest.raises(RefusedError) as refusal:
            open_restricted(ID, opened.restricted, code)
        assert refusal.value.finding.code == "cannot_open"


def test_a_package_without_a_restricted_part_has_no_code() -> None:
    built = packed(restricted=False)
    assert (built.code, built.manifest.restricted) == ("", False)
    assert open_package(built.data, BETA).restricted == b""


@pytest.mark.parametrize("code", [bytes(16), b"\xff" * 16, bytes(range(16))])
def test_a_code_is_read_as_it_was_written(code: bytes) -> None:
    assert code_of(code_text(code)) == code


def test_a_code_with_a_slip_of_the_pen_is_noticed() -> None:
    text = code_text(bytes(range(16)))
    assert code_of(text.replace("0", "o")) == bytes(range(16))
    wrong = text[:-1] + ("2" if text[-1] != "2" else "3")
    assert code_of(wrong) is None
    assert code_of(text[:-1]) is None
    assert code_of("U" + text[1:]) is None
    assert code_of("Z" * len(text.replace("-", ""))) is None


def test_fingerprints_are_read_out_in_groups_and_differ() -> None:
    assert fingerprint(*public_keys(ALPHA)) != fingerprint(*public_keys(BETA))
    assert [len(group) for group in fingerprint(*public_keys(ALPHA)).split()] == [5] * 8
    assert new_keys(drawer("alpha")) == ALPHA
    assert "SchoolKeys" in repr(ALPHA)
    assert ALPHA.sign.hex() not in repr(ALPHA)

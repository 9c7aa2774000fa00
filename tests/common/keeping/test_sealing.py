"""The seal: every changed, missing or moved byte shows."""

import io

import pytest

from taoli.common.errors import TaoliError
from taoli.common.keeping.keys import Key
from taoli.common.keeping.sealing import CHUNK, MAGIC, TAG, Opener, Sealer, head_of

KEY = Key(bytes(range(32)))
HEAD = {"created_at": "2026-11-23T10:05:00+08:00", "version": "0.1.0"}


def sealed(data: bytes, key: Key = KEY) -> bytes:
    out = io.BytesIO()
    sealer = Sealer(out, key, HEAD)
    for start in range(0, len(data), 700_000):
        sealer.write(data[start : start + 700_000])
    sealer.finish()
    return out.getvalue()


def opened(data: bytes, key: Key = KEY) -> bytes:
    return Opener(io.BytesIO(data), key).read()


def body(data: bytes | bytearray) -> int:
    return data.index(b"\n", len(MAGIC)) + 1


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5])
def test_what_was_sealed_comes_out_again(size: int) -> None:
    data = (b"taoli" * (size // 5 + 1))[:size]
    assert opened(sealed(data)) == data


def test_two_seals_of_the_same_bytes_have_nothing_in_common() -> None:
    one, two = sealed(b"x" * 1000), sealed(b"x" * 1000)
    assert one[body(one) :] != two[body(two) :]
    assert b"x" * 20 not in one


@pytest.mark.parametrize("place", [0, 5, CHUNK + TAG - 1, CHUNK + TAG, -1])
def test_a_changed_byte_is_refused(place: int) -> None:
    data = bytearray(sealed(b"y" * (2 * CHUNK + 7)))
    at = place if place < 0 else body(data) + place
    data[at] ^= 1
    with pytest.raises(TaoliError, match="备份文件已损坏"):
        opened(bytes(data))


def test_chunks_cannot_be_cut_off_repeated_or_exchanged() -> None:
    data = sealed(b"a" * CHUNK + b"b" * CHUNK + b"c")
    begin, step = body(data), CHUNK + TAG
    first, second = data[begin : begin + step], data[begin + step : begin + 2 * step]
    head, rest = data[:begin], data[begin + 2 * step :]
    for forged in (head + first + second, head + second + first + rest, head + first + first + rest, head):
        with pytest.raises(TaoliError):
            opened(forged)


def test_the_readable_line_is_bound_to_the_rest() -> None:
    data = sealed(b"z" * 100)
    with pytest.raises(TaoliError):
        opened(data.replace(b"2026-11-23", b"2026-11-24"))


def test_another_key_is_named() -> None:
    other = Key(b"\1" * 32)
    with pytest.raises(TaoliError, match=f"{KEY.number}.*{other.number}"):
        opened(sealed(b"z"), other)


@pytest.mark.parametrize("data", [b"", b"PK\3\4 a workbook", MAGIC, MAGIC + b"{}\n", MAGIC + b"not json\n"])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(TaoliError):
        opened(data)


def test_anybody_can_read_when_it_was_made() -> None:
    assert head_of(io.BytesIO(sealed(b"")))["created_at"] == HEAD["created_at"]

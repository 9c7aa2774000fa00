"""Looks through an .xls before its values are read: formula cells, cells far away, notes, a password.

The compound file and its records as in Microsoft's [MS-CFB] and [MS-XLS]; only as much as that needs.
"""

import contextlib
import struct
from collections.abc import Iterator

from taoli.roster.readers.scan import DamagedError, Scan, TooFarError

END = 0xFFFFFFFA
ENTRY = 128
STREAM, ROOT = 2, 5
BOUND_SHEET, FILE_PASS, END_OF_PART, FORMULA, NOTE, MANY = 0x85, 0x2F, 0x0A, 0x06, 0x1C, 0xBD
# NUMBER, LABEL, BOOLERR, RK, LABELSST, RSTRING
VALUES = frozenset({0x203, 0x204, 0x205, 0x27E, 0xFD, 0xD6})
STARTS = frozenset({0x809, 0x409, 0x209, 0x009})
WORKSHEET = 0
LEAST_SHIFT, MOST_SHIFT = 4, 12


class LockedError(Exception):
    """The file has a password."""


class Compound:
    """A compound file: its streams by name."""

    def __init__(self, data: bytes) -> None:
        """Read header, table of sectors and directory; DamagedError when they do not hold together."""
        self.data = data
        shift, small_shift = struct.unpack_from("<HH", data, 30)
        if not LEAST_SHIFT <= small_shift <= shift <= MOST_SHIFT:
            raise DamagedError
        self.size, self.small = 1 << shift, 1 << small_shift
        first_directory, self.cutoff, first_small = struct.unpack_from("<I4xII", data, 48)
        self.table = self._table()
        directory = self._chain(first_directory, self.table)
        self.streams: dict[str, tuple[int, int]] = {}
        root = (END, 0)
        for at in range(0, len(directory) - ENTRY + 1, ENTRY):
            name, kind, start, size = _entry(directory, at)
            if kind == ROOT:
                root = start, size
            elif kind == STREAM:
                self.streams[name] = start, size
        self.small_table = _numbers(self._chain(first_small, self.table))
        self.small_data = self._chain(root[0], self.table)[: root[1]]

    def stream(self, name: str) -> bytes:
        """Return a stream; KeyError when there is none."""
        start, size = self.streams[name]
        if size >= self.cutoff:
            content = self._chain(start, self.table)
        else:
            content = b"".join(
                self.small_data[at * self.small : (at + 1) * self.small] for at in _walk(start, self.small_table)
            )
        if len(content) < size:
            raise DamagedError
        return content[:size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.size
        if start >= len(self.data):
            raise DamagedError
        return self.data[start : start + self.size]

    def _chain(self, start: int, table: list[int]) -> bytes:
        return b"".join(self._sector(number) for number in _walk(start, table))

    def _table(self) -> list[int]:
        count, first, links = *struct.unpack_from("<I", self.data, 44), *struct.unpack_from("<II", self.data, 68)
        sectors = list(struct.unpack_from("<109I", self.data, 76))
        most = len(self.data) // self.size
        for _each in range(min(links, most)):
            *more, first = _numbers(self._sector(first))
            sectors += more
        used = [number for number in sectors if number < END][:count]
        if len(used) > most:
            raise DamagedError
        return [number for sector in used for number in _numbers(self._sector(sector))]


def scan_xls(data: bytes) -> dict[str, Scan]:
    """Return each worksheet's scan by its name, in the workbook's order; DamagedError or LockedError."""
    try:
        compound = Compound(data)
        book = compound.stream("Workbook" if "Workbook" in compound.streams else "Book")
        starts = {}
        for kind, content in _records(book, 0):
            if kind == FILE_PASS:
                raise LockedError
            if kind == BOUND_SHEET:
                at, _visible, sort = struct.unpack_from("<IBB", content, 0)
                if sort == WORKSHEET:
                    starts[_sheet_name(content)] = at
        return {name: _scan(book, at) for name, at in starts.items()}
    except (struct.error, KeyError, IndexError, ValueError):
        raise DamagedError from None


def _sheet_name(content: bytes) -> str:
    length, wide = content[6], content[7] & 1
    return content[8 : 8 + 2 * length].decode("utf-16-le") if wide else content[8 : 8 + length].decode("latin-1")


def _scan(book: bytes, at: int) -> Scan:
    found = Scan()
    with contextlib.suppress(TooFarError):
        _look(book, at, found)
    return found


def _look(book: bytes, at: int, found: Scan) -> None:
    for kind, content in _records(book, at):
        if kind in VALUES or kind == FORMULA:
            row, column = struct.unpack_from("<HH", content, 0)
            found.filled(row + 1, column + 1)
            if kind == FORMULA:
                found.formulas.append((row + 1, column + 1))
        elif kind == MANY:
            row, last = struct.unpack_from("<H", content, 0)[0], struct.unpack_from("<H", content, len(content) - 2)[0]
            found.filled(row + 1, last + 1)
        elif kind == NOTE:
            found.comments += 1


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield (kind, content) of one part, the parts inside it (charts) left out."""
    depth = 0
    while True:
        kind, size = struct.unpack_from("<HH", book, at)
        at += 4
        if at + size > len(book):
            raise DamagedError
        if kind in STARTS:
            depth += 1
        elif kind == END_OF_PART:
            depth -= 1
        elif depth == 1:
            yield kind, book[at : at + size]
        if depth < 1:
            return
        at += size


def _walk(start: int, table: list[int]) -> Iterator[int]:
    seen = 0
    while start < END:
        yield start
        seen += 1
        if seen > len(table) or start >= len(table):
            raise DamagedError
        start = table[start]


def _numbers(content: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4]))


def _entry(directory: bytes, at: int) -> tuple[str, int, int, int]:
    length, kind = struct.unpack_from("<HB", directory, at + 64)
    start, size = struct.unpack_from("<II", directory, at + 116)
    return directory[at : at + max(0, length - 2)].decode("utf-16-le", "replace"), kind, start, size

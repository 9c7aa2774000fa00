"""Texts with separated values: UTF-8 with or without mark, UTF-16 as Excel saves it, GB18030; comma, semicolon, tab."""

import codecs
import csv
import io
import re

from taoli.roster.readers.problem import RefusedError
from taoli.roster.readers.scan import MOST_COLUMNS, MOST_ROWS

SEPARATORS = (",", "\t", ";", "，", "|")
MOST_CELL = 4000
LOOKED_AT = 40
FORMULA = re.compile(r"=\s*\S")
# What many exports write so that Excel keeps the noughts in front.
TEXT_FORMULA = re.compile(r'="([^"=]*)"')


def decode(data: bytes) -> str:
    """Return the text; RefusedError when its bytes are no text of a known coding."""
    for mark, coding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strict(data, coding)
    if b"\0" in data:
        raise RefusedError("text_bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, "gb18030") if not _mostly_utf8(data) else _undecodable()


def _strict(data: bytes, coding: str) -> str:
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        return _undecodable()
    if "\0" in text:
        raise RefusedError("text_bytes")
    return text


def _undecodable() -> str:
    raise RefusedError("text_coding")


def _mostly_utf8(data: bytes) -> bool:
    """Say whether a text is UTF-8 with some bytes broken: as GB18030 it would come out as wrong characters."""
    text = data.decode("utf-8", "replace")
    good = sum("\u3000" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef" for sign in text)
    return good > 4 * text.count("\ufffd")


def rows_of(data: bytes) -> tuple[list[list[str]], list[tuple[int, int]]]:
    """Return the rows and the cells (row, column from 1) that hold a formula."""
    text = decode(data)
    csv.field_size_limit(MOST_CELL)
    if max((len(line) for line in text.splitlines()), default=0) > MOST_COLUMNS * MOST_CELL:
        raise RefusedError("too_wide", most=MOST_COLUMNS)
    try:
        rows = _parse(text, _separator(text), MOST_ROWS)
    except csv.Error:
        raise RefusedError("text_broken") from None
    if max((len(row) for row in rows), default=0) > MOST_COLUMNS:
        raise RefusedError("too_wide", most=MOST_COLUMNS)
    formulas = []
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if literal := TEXT_FORMULA.fullmatch(cell):
                row[place] = literal[1]
            elif FORMULA.match(cell):
                formulas.append((number, place + 1))
            elif cell[:1] == "'":
                row[place] = cell[1:]
    return rows, formulas


def _parse(text: str, separator: str, most: int) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        if len(rows) >= most:
            raise RefusedError("too_long_text", most=most)
        rows.append([cell.strip() for cell in row])
    return rows


def _separator(text: str) -> str:
    """Return the separator that gives most of the first lines the same number of columns, above one."""
    head = "".join(text.splitlines(keepends=True)[:LOOKED_AT])[: LOOKED_AT * MOST_CELL]
    best, most = ",", 0
    for separator in SEPARATORS:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(head, newline=""), delimiter=separator)]
        except csv.Error:
            continue
        wide = [width for width in widths if width > 1]
        score = max((wide.count(width) * width for width in set(wide)), default=0)
        if score > most:
            best, most = separator, score
    return best

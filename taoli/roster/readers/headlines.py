"""Headings of one or two lines: what each column is called."""

from collections.abc import Sequence
from dataclasses import dataclass

from taoli.roster.readers.columns import heading
from taoli.roster.readers.words import KNOWN, MEMBERS, OVER

Merged = Sequence[tuple[int, int, int, int]]


@dataclass(frozen=True, slots=True)
class Head:
    """A column (from 1), its heading as written, and as it is compared."""

    column: int
    text: str
    plain: str


def heads_of(rows: Sequence[list[str]], first: int, last: int, merged: Merged) -> list[Head]:
    """Return the heads of rows first to last (from 0); every column has one, be it empty."""
    lines = [_spread(rows[at], at + 1, merged) for at in range(first, last + 1)]
    width = max(map(len, (*rows, *lines)))
    lines = [line + [""] * (width - len(line)) for line in lines]
    if len(lines) > 1:
        lines[0] = _carried(lines[0], lines[1])
    return [_head(column, [line[column - 1] for line in lines]) for column in range(1, width + 1)]


def _spread(row: list[str], number: int, merged: Merged) -> list[str]:
    """Return a row in which words over several columns stand in each of them."""
    cells = list(row)
    for top, left, bottom, right in merged:
        if top <= number <= bottom and right > left and left <= len(cells) and (word := cells[left - 1]):
            cells += [""] * (right - len(cells))
            cells[left - 1 : right] = [word] * (right - left + 1)
    return cells


def _carried(upper: list[str], lower: list[str]) -> list[str]:
    """Return the upper line with a word that stands over several columns without being merged in each of them."""
    found, word = [], ""
    for above, below in zip(upper, lower, strict=True):
        over = heading(above) in OVER or heading(above) in MEMBERS
        word = above if above and over else "" if above else word
        found.append(above or (word if below else ""))
    return found


def _head(column: int, words: list[str]) -> Head:
    different = list(dict.fromkeys(word for word in words if word))
    plains = [heading(word) for word in different]
    if len(plains) > 1:
        joined = "".join(plains)
        if joined not in KNOWN and (plains[0] in OVER or plains[0] not in MEMBERS) and plains[-1] in KNOWN:
            return Head(column, " ".join(different), plains[-1])
        return Head(column, " ".join(different), joined)
    return Head(column, different[0] if different else "", plains[0] if plains else "")

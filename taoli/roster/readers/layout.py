"""From a sheet's cells to its tables: titles, one or two lines of headings, rows with their own numbers, totals.

A sheet may hold several: one below another, each with its title, or side by side with the same headings.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from taoli.roster.readers.book import Grid, Spot
from taoli.roster.readers.columns import half, heading
from taoli.roster.readers.context import Context, context_of
from taoli.roster.readers.headlines import Head, heads_of
from taoli.roster.readers.words import KNOWN, LONGEST_HEADING, holds, is_heading, may_be_heading

HEADING_ROWS = 40
ENOUGH = 2
TITLE_CELLS = 3
TOTAL = re.compile(
    r"(?:合计|总计|小计|共计|总人数|总数|人数|平均|制表|填表|审核|审批|校对|核对|填报|打印|统计)(?:人|日期|时间|数|员)?[::]?.*|"
    r"(?:备注|说明|注|日期|联系人|负责人|签字|签名|盖章|班主任|校长|单位|学校)(?:签字|签名|盖章)?[::].*|"
    r".*(?:合计|小计|总计)[::]?|共\s*\d+\s*人.*|注意事项.*|填表说明.*"
)
NOTE = 6
PLAIN_KINDS = ("number", "phone", "class", "gender", "birthday", "identity")
Rows = list[tuple[int, list[str]]]


@dataclass
class Area:
    """One table: heads (column from 1, words), rows (number from 1, cells in the order of the heads).

    `row` is that of the headings (the last of two); `joined` are cells that a merged area fills from above.
    """

    file: str
    sheet: str
    block: int
    row: int
    heads: list[Head]
    context: Context
    hidden: bool = False
    rows: Rows = field(default_factory=list)
    joined: set[Spot] = field(default_factory=set)
    formulas: list[Spot] = field(default_factory=list)
    dropped: list[tuple[int, str]] = field(default_factory=list)

    def values(self, place: int) -> list[str]:
        """Return the filled cells of a column."""
        return [cells[place] for _number, cells in self.rows if cells[place]]


def areas_of(grid: Grid, file: str, remembered: frozenset[str] = frozenset()) -> list[Area]:
    """Return the tables of a sheet, in reading order; none when no line of headings is found."""
    rows, joined = _filled(grid)
    starts = list(_starts(rows, remembered)) or _by_contrast(rows)
    found: list[Area] = []
    for place, (first, last) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else len(rows)
        begin = found_end(rows, starts, place)
        titles = [" ".join(dict.fromkeys(cell for cell in row if cell)) for row in rows[begin:first]]
        context = context_of(titles, grid.name, _stem(file))
        body = _without_titles(rows, last + 1, end) if place + 1 < len(starts) else range(last + 1, end)
        heads = heads_of(rows, first, last, grid.merged)
        for heads_of_block in _blocks(heads, rows, body):
            base = Area(file, grid.name, len(found), last + 1, heads_of_block, context, grid.hidden)
            found += _sections(base, rows, body, grid, joined, len(found))
    return found


def found_end(rows: Sequence[list[str]], starts: list[tuple[int, int]], place: int) -> int:
    """Return the first title row of a table: for the first the sheet's first row, else the lines above its headings."""
    first = starts[place][0]
    if place == 0:
        return 0
    floor = starts[place - 1][1] + 1
    while first > floor and _is_title(rows[first - 1]):
        first -= 1
    return first


def _without_titles(rows: Sequence[list[str]], begin: int, end: int) -> range:
    while end > begin and _is_title(rows[end - 1]):
        end -= 1
    return range(begin, end)


def _is_title(row: list[str]) -> bool:
    """Say whether a row may be a title between two tables: empty, or few words that are no total and hold letters."""
    cells = list(dict.fromkeys(cell for cell in row if cell))
    if not cells:
        return True
    words = " ".join(cells)
    context = context_of([words], "", "")
    if len(cells) == 1:
        return bool(context) or not TOTAL.fullmatch(words)
    said = context.leader or context.homeroom or (context and ":" in half(words))
    return len(cells) <= TITLE_CELLS and bool(said)


def _filled(grid: Grid) -> tuple[list[list[str]], set[Spot]]:
    """Return the rows with cells merged downwards filled, and which cells (row, column from 1) that were."""
    rows = [list(row) for row in grid.rows]
    joined: set[Spot] = set()
    for top, left, bottom, _right in grid.merged:
        if bottom == top or top > len(rows) or left > len(rows[top - 1]):
            continue
        value = rows[top - 1][left - 1]
        for number in range(top + 1, min(bottom, len(rows)) + 1):
            row = rows[number - 1]
            row += [""] * (left - len(row))
            row[left - 1] = row[left - 1] or value
            joined.add((number, left))
    return rows, joined


def _starts(rows: Sequence[list[str]], remembered: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) row of each line or two of headings; the first near the top, later ones only when plain."""
    place, found = 0, False
    while place < len(rows) and (found or place < HEADING_ROWS):
        row = rows[place]
        if _is_headings(row, remembered, strict=found):
            first = place - 1 if place and _stands_over(rows[place - 1], row) else place
            last = place + 1 if place + 1 < len(rows) and _stands_below(rows[place + 1], row) else place
            yield first, last
            found, place = True, last
        place += 1


def _by_contrast(rows: Sequence[list[str]]) -> list[tuple[int, int]]:
    """Return the first line of words over columns that hold figures, classes or 男 and 女: headings in own words."""
    for place, row in enumerate(rows[:HEADING_ROWS]):
        words = [(at, cell) for at, cell in enumerate(row) if cell]
        if len(words) <= ENOUGH or any(len(cell) > LONGEST_HEADING or re.search(r"\d", cell) for _at, cell in words):
            continue
        below = [[other[at] if at < len(other) else "" for other in rows[place + 1 :]] for at, _cell in words]
        if sum(any(holds(values, kind) for kind in PLAIN_KINDS) for values in below) >= ENOUGH:
            return [(place, place)]
    return []


def _is_headings(row: list[str], remembered: frozenset[str], *, strict: bool) -> bool:
    cells = [cell for cell in row if cell]
    if len(cells) < ENOUGH:
        return False
    # Most rows are none, and there may be thousands: a second line of headings repeats words as they are known.
    if strict and sum(cell in KNOWN or cell in remembered or " " in cell for cell in cells) < ENOUGH:
        return False
    sure = len({heading(cell) for cell in cells if is_heading(cell) or heading(cell) in remembered})
    maybe = sum(may_be_heading(cell) or heading(cell) in remembered for cell in cells)
    if strict:
        return sure >= ENOUGH and maybe == len(cells)
    return sure >= ENOUGH or (sure == 1 and maybe > ENOUGH) or (maybe > ENOUGH and maybe >= 0.7 * len(cells))


def _stands_over(above: list[str], row: list[str]) -> bool:
    """Say whether the line above belongs to the headings: words over several columns, or cells merged into this."""
    cells = [(place, cell) for place, cell in enumerate(above) if cell]
    shared = [cell for place, cell in cells if place < len(row) and row[place] == cell]
    if len(cells) < ENOUGH or any(re.search(r"[:：]\s*\S", cell) for _place, cell in cells):
        return False
    return bool(shared) or all(may_be_heading(cell) for _place, cell in cells)


def _stands_below(below: list[str], row: list[str]) -> bool:
    """Say whether the next line is the second of the headings: only headings in it, under words that need them."""
    cells = [(place, cell) for place, cell in enumerate(below) if cell]
    new = [cell for place, cell in cells if place >= len(row) or row[place] != cell]
    if not cells or not new or not all(may_be_heading(cell) for _place, cell in cells):
        return False
    # A second line names what the first leaves open; a line of the same words is the headings again.
    return any(is_heading(cell) for cell in new) and {*map(heading, new)} != {*map(heading, filter(None, row))}


def _blocks(heads: list[Head], rows: Sequence[list[str]], body: Iterable[int]) -> list[list[Head]]:
    """Return the heads of each of several lists that stand side by side with the same headings; else all at once."""
    named = [head for head in heads if head.plain]
    for skip in (0, 1):
        words = [head.plain for head in named[skip:]]
        if len(words) < 2 * ENOUGH or words.count(words[0]) < ENOUGH:
            continue
        starts = [place for place, word in enumerate(words) if word == words[0]]
        parts = [words[begin:end] for begin, end in zip(starts, [*starts[1:], len(words)], strict=True)]
        if len(parts[0]) >= ENOUGH and all(part == parts[0] for part in parts):
            ends = [*starts[1:], len(words)]
            return [named[skip:][begin:end] for begin, end in zip(starts, ends, strict=True)]
    used = {place for at in body for place, cell in enumerate(rows[at], start=1) if cell}
    return [[head for head in heads if head.plain or head.column in used]]


def _sections(
    base: Area, rows: Sequence[list[str]], body: Iterable[int], grid: Grid, joined: set[Spot], count: int
) -> list[Area]:
    """Return the table, cut where a line alone says that another class or group begins."""
    columns = [head.column for head in base.heads]
    first, last = columns[0], columns[-1]
    spots = [spot for spot in grid.formulas if first <= spot[1] <= last]
    area = base
    found = [area]
    for at in body:
        row = rows[at]
        cells = [row[column - 1] if column <= len(row) else "" for column in columns]
        words = list(dict.fromkeys(cell for cell in row[first - 1 : last] if cell))
        if not any(cells) and not words:
            continue
        if len(words) == 1 and (context := context_of(words, "", "")) and _is_section(context, words[0], at, joined):
            if area.rows or area is not base:
                area = Area(base.file, base.sheet, count + len(found), base.row, base.heads, context, base.hidden)
                found.append(area)
            else:
                area.context = _within(context, base.context)
            continue
        if TOTAL.fullmatch(words[0]) or (len(words) == 1 and len(words[0]) >= NOTE and at > len(rows) - NOTE):
            area.dropped.append((at + 1, " ".join(words)[:60]))
            continue
        area.rows.append((at + 1, cells))
    for area in found:
        _attach(area, joined, spots)
    return found


def _is_section(context: Context, words: str, at: int, joined: set[Spot]) -> bool:
    """A line of its own, not the rest of a merged cell, that names a group, a leader or a class with more words."""
    alone = not any(row == at + 1 for row, _column in joined)
    return alone and bool(context.group or context.leader or context.homeroom or len(words) > len(context.school_class))


def _within(inner: Context, outer: Context) -> Context:
    pairs = {name: getattr(inner, name) or getattr(outer, name) for name in Context.__slots__}
    return Context(**pairs)


def _attach(area: Area, joined: set[Spot], formulas: list[Spot]) -> None:
    numbers = {number for number, _cells in area.rows}
    area.joined = {spot for spot in joined if spot[0] in numbers}
    area.formulas = [spot for spot in formulas if spot[0] in numbers]


def _stem(file: str) -> str:
    return file.rpartition(".")[0] or file

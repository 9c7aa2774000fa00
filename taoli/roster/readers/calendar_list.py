"""A school calendar kept as a list: 日期 or 从 and 到 (or 周次), 名称, 类型."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from taoli.engine.calendar import DAYS_OF_WEEK
from taoli.roster.readers.calendar_dates import DAY, Span, Years, day_of, week_number
from taoli.roster.readers.calendar_items import FRIDAY, Item, followed
from taoli.roster.readers.calendar_words import WEEKDAY, guess, type_of, weekday_number
from taoli.roster.readers.cells import CellError
from taoli.roster.readers.columns import heading
from taoli.roster.readers.problem import Problem
from taoli.roster.readers.scan import letters

HEADING_ROWS = 15
EXAMPLE = "示例"
REMARK = ("注", "说明", "备注", "附", "※", "*")
COLUMNS: dict[str, tuple[str, ...]] = {
    "day": ("日期", "时间", "日期时间", "起止日期", "起止时间", "具体日期", "日期起止", "活动日期", "校历日期"),
    "from": ("从", "开始", "起", "自", "开始日期", "起始日期", "开始时间", "起始时间", "起始", "首日"),
    "to": ("到", "至", "止", "结束", "结束日期", "截止日期", "结束时间", "终止日期", "截止", "末日"),
    "week": ("周次", "周", "教学周", "周数"),
    "name": ("名称", "事项", "内容", "安排", "节日", "活动", "工作内容", "主要工作", "事件", "假期名称", "活动内容"),
    "kind": ("类型", "类别", "性质", "种类", "状态"),
    "follows": ("课表", "按周几课表", "按哪天课表", "补课说明", "补哪天的课", "上哪天的课", "执行课表"),
    "note": ("备注", "说明", "补充说明"),
}
PLACES = {name: key for key, names in COLUMNS.items() for name in names}
FULL_TERM = 26  # weeks
ONE_WEEKDAY = re.compile(rf"(?:^|{WEEKDAY})([一二三四五])(?:$|[^月\d])")
# A number cell cannot tell 10.1 from 10.10.
DOTTED = re.compile(r"\d{1,2}\.[1-3]")


@dataclass
class Found:
    """What a sheet says: entries, problems, and dates like 10.1 that may have been 10.10."""

    items: list[Item]
    problems: list[Problem]
    dotted: list[str]


def heading_row(rows: list[list[str]]) -> tuple[int, dict[str, int]] | None:
    """Return the place of the headings and column key → place, when the rows look like a list."""
    for place, row in enumerate(rows[:HEADING_ROWS]):
        columns: dict[str, int] = {}
        for at, cell in enumerate(row):
            if key := PLACES.get(heading(cell)):
                columns.setdefault(key, at)
        if {"day", "from", "week"} & columns.keys() and {"name", "kind"} & columns.keys():
            return place, columns
    return None


def read_list(
    name: str, rows: list[list[str]], formulas: list[tuple[int, int]], years: Years, week_one: dt.date | None
) -> Found:
    """Return the entries of a sheet whose headings were found; `week_one` is the Monday of teaching week 1."""
    head = heading_row(rows)
    assert head is not None  # the caller has looked
    place, columns = head
    found = Found([], [], [])
    words = {at: rows[place][at] for at in columns.values()}
    found.problems += [
        Problem("formula", name, row, words.get(at - 1, letters(at)))
        for row, at in formulas
        if row > place + 1 and at - 1 in words
    ]
    for number, row in enumerate(rows[place + 1 :], start=place + 2):
        cells = {key: row[at].strip() if at < len(row) else "" for key, at in columns.items()}
        if any(cells.values()) and not _is_remark(cells):
            words_of = {key: words[at] for key, at in columns.items()}
            _read_row(_Row(name, number, cells, words_of, years, week_one), found)
    return found


def _is_remark(cells: dict[str, str]) -> bool:
    filled = [text for text in cells.values() if text]
    return any(text.startswith(EXAMPLE) for text in filled) or (len(filled) == 1 and filled[0].startswith(REMARK))


@dataclass(frozen=True)
class _Row:
    sheet: str
    number: int
    cells: dict[str, str]
    words: dict[str, str]
    years: Years
    week_one: dt.date | None

    def problem(self, key: str, code: str, **values: Any) -> Problem:
        return Problem(code, self.sheet, self.number, self.words.get(key, ""), values)


class _MisreadError(Exception):
    def __init__(self, key: str, error: CellError) -> None:
        super().__init__(error.code)
        self.key, self.error = key, error


def _at(key: str, read: Callable[..., Any], *args: Any) -> Any:
    """Read a cell; what is wrong with it is told of its column."""
    try:
        return read(*args)
    except CellError as error:
        raise _MisreadError(key, error) from None


def _read_row(row: _Row, found: Found) -> None:
    try:
        key, spans = _spans(row)
        follows = _follows(row)
        kind = _at("kind", _kind, row)
    except _MisreadError as misread:
        found.problems.append(row.problem(misread.key, misread.error.code, **misread.error.values))
        return
    found.dotted += [span.text for span in spans if DOTTED.fullmatch(span.text)]
    name = row.cells.get("name") or row.cells.get("note", "")
    found.items.append(Item(tuple(spans), kind, " ".join(name.split()), row.sheet, row.number, row.words[key], follows))


def _spans(row: _Row) -> tuple[str, list[Span]]:
    """Return the column the days stand in, and the days."""
    cells, years = row.cells, row.years
    if cells.get("from"):
        first = _at("from", day_of, cells["from"], years)
        if not cells.get("to"):
            return "from", first
        last = _at("to", day_of, cells["to"], years)
        return "to", [Span(first[0].first, last[-1].last, cells["from"])]
    if cells.get("day"):
        return "day", _at("day", day_of, cells["day"], years)
    if cells.get("week"):
        return "week", [_at("week", _week, row)]
    key = next(key for key in ("day", "from", "week") if key in row.words)
    raise _MisreadError(key, CellError("empty_cell"))


def _week(row: _Row) -> Span:
    number = week_number(row.cells["week"])
    if number is None or row.week_one is None or not 0 < number <= FULL_TERM:
        raise CellError("not_week", text=row.cells["week"])
    first = row.week_one + (number - 1) * DAYS_OF_WEEK * DAY
    return Span(first, first + 4 * DAY, row.cells["week"])


def _follows(row: _Row) -> int | None:
    """Return the weekday whose timetable the row names, in its own column or among its words."""
    if text := row.cells.get("follows", ""):
        match = ONE_WEEKDAY.search(text)
        if match:
            return weekday_number(match[1])
        return int(_at("follows", _dated_weekday, row, text))
    found: tuple[int | None, str] = _at(
        "name", followed, f"{row.cells.get('name', '')} {row.cells.get('note', '')}", row.years
    )
    return found[0]


def _dated_weekday(row: _Row, text: str) -> int:
    weekday = day_of(text, row.years)[0].first.isoweekday()
    if weekday > FRIDAY:
        raise CellError("follows_weekend", text=text)
    return weekday


def _kind(row: _Row) -> str:
    if text := row.cells.get("kind", ""):
        kind = type_of(text)
        if kind is None:
            raise CellError("not_day_kind", text=text)
        return kind
    words = row.cells.get("name", "")
    if not words:
        raise CellError("empty_cell")
    return guess(words)

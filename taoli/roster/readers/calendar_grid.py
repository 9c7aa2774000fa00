"""The usual 校历 grid: a week in each row, 一 … 日 across, day numbers or dates in the cells, remarks beside them.

Which week the first row is, is found by its day numbers; then every number is checked against the date of its place.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from taoli.engine.calendar import monday
from taoli.roster.models import SchoolDay
from taoli.roster.readers.calendar_dates import DAY, WEEK, Span, Years, near_days, week_number
from taoli.roster.readers.calendar_items import Item, followed
from taoli.roster.readers.calendar_list import Found
from taoli.roster.readers.calendar_words import guess, is_almanac, is_festival, weekday_number
from taoli.roster.readers.cells import BETWEEN_HANZI, CellError
from taoli.roster.readers.columns import heading
from taoli.roster.readers.problem import Problem
from taoli.roster.readers.scan import letters

Kind = SchoolDay.Kind
HEADING_ROWS = 20
FEWEST_DAYS = 5
WEEKDAY_HEADING = re.compile(r"(?:周|星期|礼拜)?([一二三四五六日天])")
REMARKS = re.compile(r"备注|说明|安排|行事|活动|事项|内容|大事|工作|记事|提示")
CELL = re.compile(
    r"(?:(?P<y>\d{4})\s*[-/.年]\s*)?(?:(?P<m>\d{1,2})\s*[-/.月]\s*)?(?P<d>\d{1,2})(?:\s*[日号])?(?!\d)\s*(?P<rest>.*)",
    re.DOTALL,
)
PIECES = re.compile(r"[；;。\n]+|[①-⑳]|(?:^|(?<=\s))\d{1,2}[、)）．](?=\D)|[，,](?=[^，,；;。\n]*\d)")
BRACKETS = re.compile(r"[()（）:：]")
ENOUGH = 0.6
FIRST_ROWS = 6
MOST_SKIPPED = 4
BEFORE = dt.timedelta(days=35)


@dataclass(frozen=True)
class Head:
    """Where the grid stands: row of the headings, weekday columns in order, the columns of weeks, months, remarks."""

    row: int
    days: tuple[int, ...]
    first_weekday: int
    week: int | None
    month: int | None
    remarks: tuple[int, ...]
    words: dict[int, str]


@dataclass
class Week:
    """One row of the grid: numbers by column, words in the cells, remarks; `starts` is the date of the first column."""

    row: int
    numbers: dict[int, re.Match[str]]
    month: int | None
    label: int | None
    words: list[tuple[int, int, str]] = field(default_factory=list)
    remarks: list[tuple[int, int, str]] = field(default_factory=list)
    starts: dt.date = dt.date.min


def head_of(rows: list[list[str]]) -> Head | None:
    """Return where the grid stands, or None when the sheet is none."""
    for place, row in enumerate(rows[:HEADING_ROWS]):
        found = {at: match[1] for at, cell in enumerate(row) if (match := WEEKDAY_HEADING.fullmatch(heading(cell)))}
        at = sorted(found)
        if len(set(found.values())) >= FEWEST_DAYS and at == list(range(at[0], at[0] + len(at))):
            return _head(place, row, tuple(at), weekday_number(found[at[0]]), rows[place + 1 :])
    return None


def _head(place: int, row: list[str], days: tuple[int, ...], first: int, below: list[list[str]]) -> Head:
    others = [at for at in range(max(map(len, [row, *below[:1]]))) if at not in days]
    plain = {at: heading(row[at]) if at < len(row) else "" for at in others}
    week = next((at for at in others if plain[at] in {"周次", "周", "教学周", "周数", "周别"}), None)
    if week is None:
        week = next((at for at in others if sum("周" in one[at] for one in below if at < len(one)) > 1), None)
    month = next(
        (at for at in others if at != week and (plain[at] in {"月", "月份", "年月"} or _monthly(at, below))), None
    )
    remarks = tuple(at for at in others if at not in {week, month} and (REMARKS.search(plain[at]) or at > days[-1]))
    words = {at: cell.strip() for at, cell in enumerate(row)}
    return Head(place, days, first, week, month, remarks, words)


def _monthly(at: int, below: list[list[str]]) -> bool:
    return any(at < len(row) and _month(row[at]) is not None for row in below)


def _month(text: str) -> int | None:
    plain = "".join(text.split())
    match = re.fullmatch(r"(?:\d{4}年?)?(\d{1,2})月(?:份)?", plain)
    if match:
        return int(match[1])
    match = re.fullmatch(r"(?:20\d\d年?)?([一二三四五六七八九十]{1,2})月(?:份)?", plain)
    return week_number(match[1]) if match else None


def read_grid(
    name: str, rows: list[list[str]], formulas: list[tuple[int, int]], years: Years
) -> tuple[Found, dt.date | None]:
    """Return the entries of a grid, and the Monday of the week it calls the first, if it numbers weeks."""
    head = head_of(rows)
    assert head is not None  # the caller has looked
    found = Found([], [], [])
    used = {*head.days, *head.remarks}
    found.problems += [
        Problem("formula", name, row, _column(head, at - 1))
        for row, at in formulas
        if row > head.row + 1 and at - 1 in used
    ]
    weeks = _weeks(head, rows)
    start = _anchor(head, weeks, years)
    if start is None:
        found.problems.append(Problem("grid_where", name, head.row + 2))
        return found, None
    _date(head, weeks, start)
    for week in weeks:
        _check(name, head, week, found)
        _cells(name, head, week, years, found)
        for row, at, text in week.remarks:
            _remark(Place(name, row, _column(head, at)), text, week, years, found)
    numbered = next((week for week in weeks if week.label), None)
    return found, monday(numbered.starts + 2 * DAY) - (
        numbered.label - 1
    ) * WEEK if numbered and numbered.label else None


def plain(text: str) -> str:
    """Return words without brackets and colons, spaces between Chinese characters closed."""
    return BETWEEN_HANZI.sub("", " ".join(BRACKETS.sub(" ", text).split()))


def _column(head: Head, at: int) -> str:
    return head.words.get(at) or letters(at + 1)


def _weeks(head: Head, rows: list[list[str]]) -> list[Week]:
    weeks: list[Week] = []
    month: int | None = None
    for number, row in enumerate(rows[head.row + 1 :], start=head.row + 2):
        cells = {at: row[at].strip() if at < len(row) else "" for at in range(len(row))}
        if sum(WEEKDAY_HEADING.fullmatch(heading(cells.get(at, ""))) is not None for at in head.days) >= FEWEST_DAYS:
            continue  # the headings again
        month = _month(cells.get(head.month, "")) or month if head.month is not None else None
        numbers = {at: match for at in head.days if (match := CELL.fullmatch(cells.get(at, "")))}
        if numbers:
            label = week_number(cells.get(head.week, "")) if head.week is not None else None
            weeks.append(Week(number, numbers, month, label))
        if weeks:
            words = [(number, at, cells.get(at, "")) for at in head.days if cells.get(at) and at not in numbers]
            weeks[-1].words += [(number, at, match["rest"]) for at, match in numbers.items() if match["rest"]] + words
            weeks[-1].remarks += [(number, at, cells[at]) for at in head.remarks if cells.get(at)]
    return weeks


def _anchor(head: Head, weeks: Sequence[Week], years: Years) -> dt.date | None:
    """Return the date of the first row's first column: the one that most day numbers of the first rows agree with."""
    if not weeks or not years.terms:
        return None
    day = min(starts for starts, _ends in years.terms) - BEFORE
    day += (head.first_weekday - day.isoweekday()) % 7 * DAY
    best: tuple[float, int, dt.date] | None = None
    while day <= max(ends for _starts, ends in years.terms):
        share = _agreement(head, weeks[:FIRST_ROWS], day)
        away = min(abs((day - starts).days) for starts, _ends in years.terms)
        if best is None or (share, -away) > (best[0], best[1]):
            best = (share, -away, day)
        day += WEEK
    return best[2] if best and best[0] >= ENOUGH else None


def _agreement(head: Head, weeks: Sequence[Week], starts: dt.date) -> float:
    marks = [
        _agrees(match, starts + place * WEEK + (at - head.days[0]) * DAY, week.month)
        for place, week in enumerate(weeks)
        for at, match in week.numbers.items()
    ]
    return sum(marks) / len(marks)


def _agrees(match: re.Match[str], day: dt.date, month: int | None) -> float:
    if int(match["d"]) != day.day or (match["y"] and int(match["y"]) != day.year):
        return 0.0
    if match["m"]:
        return float(int(match["m"]) == day.month)
    # A merged month cell stands beside the first of its weeks, which may begin in the month before.
    return 1.0 if month is None or month in {day.month, (day - WEEK).month, (day + WEEK).month} else 0.5


def _date(head: Head, weeks: Sequence[Week], start: dt.date) -> None:
    """Date the rows: each is the week after the one before, or a later one if its numbers say so (a break between)."""
    expected = start
    for week in weeks:
        week.starts = expected
        if _agreement(head, [week], expected) < ENOUGH:
            later = [expected + skipped * WEEK for skipped in range(1, MOST_SKIPPED + 1)]
            week.starts = next((day for day in later if _agreement(head, [week], day) == 1.0), expected)
        expected = week.starts + WEEK


def _check(name: str, head: Head, week: Week, found: Found) -> None:
    for at, match in week.numbers.items():
        day = week.starts + (at - head.days[0]) * DAY
        if not _agrees(match, day, None):
            words = {"text": match[0][: len(match[0]) - len(match["rest"])].strip(), "day": day.isoformat()}
            found.problems.append(Problem("wrong_day", name, week.row, _column(head, at), words))


@dataclass(frozen=True)
class Place:
    """Sheet, row and column of a cell."""

    sheet: str
    row: int
    column: str

    def problem(self, code: str, **values: object) -> Problem:
        """Return a problem here."""
        return Problem(code, self.sheet, self.row, self.column, dict(values))


def _cells(name: str, head: Head, week: Week, years: Years, found: Found) -> None:
    for row, at, text in week.words:
        words = plain(text)
        if not words or is_almanac(words):
            continue
        place = Place(name, row, _column(head, at))
        day = week.starts + (at - head.days[0]) * DAY
        try:
            follows, rest = followed(text, years)
        except CellError as error:
            found.problems.append(place.problem(error.code, **error.values))
            continue
        kind = Kind.MAKE_UP.value if follows else guess(words)
        label = "" if len(words) == 1 else words if follows is None else plain(rest)
        found.items.append(Item((Span(day, day, text),), kind, label, name, row, place.column, follows))


def _remark(place: Place, text: str, week: Week, years: Years, found: Found) -> None:
    """Read a remark piece by piece: what it says of lessons needs its days; other remarks need none."""
    waiting = ""
    for piece in filter(None, (part.strip() for part in PIECES.split(text))):
        try:
            follows, rest = followed(piece, years)
            spans = near_days(rest, week.starts, years)
        except CellError as error:
            found.problems.append(place.problem(error.code, **error.values))
            return
        for span in spans:
            rest = rest.replace(span.text, " ", 1)
        words = plain(rest).strip("为是，,、 ")
        if follows and not spans and not words and found.items:
            found.items[-1] = replace(found.items[-1], follows=follows)
            continue
        if spans and not words and waiting:
            words, waiting = waiting, ""
        elif waiting:
            _undated(place, waiting, week, found)
            waiting = ""
        if not spans:
            waiting = words
            continue
        kind = Kind.MAKE_UP.value if follows else guess(words)
        found.items.append(Item(tuple(spans), kind, words, place.sheet, place.row, place.column, follows))
    if waiting:
        _undated(place, waiting, week, found)


def _undated(place: Place, words: str, week: Week, found: Found) -> None:
    """Take exams without a day for the whole week; a holiday or make-up day must name its day, unless a cell does."""
    kind = guess(words)
    first = monday(week.starts + 2 * DAY)
    here = (first, first + 4 * DAY)
    if kind == Kind.EXAM:
        found.items.append(Item((Span(*here, words),), kind, words, place.sheet, place.row, place.column))
    elif kind == Kind.EVENT and not is_festival(words):
        return
    elif not any(span.first <= here[1] + 2 * DAY and span.last >= here[0] for one in found.items for span in one.spans):
        found.problems.append(place.problem("no_day_named", text=words))

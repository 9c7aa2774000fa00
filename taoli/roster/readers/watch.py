"""Reads a list of turns on duty: day, time, person, post, house; pasted, or from a sheet."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from taoli.roster.readers.book import Upload
from taoli.roster.readers.workbook import read_book

DAY = re.compile(r"^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$")
HOURS = re.compile(r"^(\d{1,2})[::](\d{2})(?:--|[-–—~至到])(?:次日)?(\d{1,2})[::](\d{2})$")
HEADINGS = frozenset({"日期", "date", "day"})
DAYTIME, NIGHT = (dt.time(7), dt.time(17, 30)), (dt.time(17, 30), dt.time(7))
TIMES = {"白天": DAYTIME, "白班": DAYTIME, "day": DAYTIME, "夜间": NIGHT, "夜班": NIGHT, "night": NIGHT}
ALL_DAY = frozenset({"全天", "24小时", "all"})
POSTS = {
    "值班领导": "leader",
    "带班领导": "leader",
    "总值班": "leader",
    "leader": "leader",
    "副班": "second",
    "副值班": "second",
    "值班教师": "second",
    "second": "second",
    "宿管": "dormitory",
    "宿舍": "dormitory",
    "dormitory": "dormitory",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """One line that could be read; `who` is a name or a staff number as it was written."""

    line: int
    day: dt.date
    starts: dt.time
    ends: dt.time
    who: str
    post: str
    place: str = ""

    @property
    def last_day(self) -> dt.date:
        """The day on which it ends: the next one when it goes over midnight or round the clock."""
        return self.day if self.starts < self.ends else self.day + dt.timedelta(days=1)


@dataclass
class WatchReading:
    """What a list said, and (line, code of what is wrong, the text) for the lines that could not be read."""

    turns: list[Turn] = field(default_factory=list)
    faults: list[tuple[int, str, str]] = field(default_factory=list)


def read_watch(lines: Iterable[str], today: dt.date) -> WatchReading:
    """Read lines whose cells stand apart by tabs, commas or blanks; empty lines and a line of headings are passed."""
    found = WatchReading()
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in re.split(r"[\t,,;;]| +", line.strip()) if cell.strip()]
        if cells and cells[0].lower() not in HEADINGS:
            _take(found, number, cells, today)
    return found


def lines_of(upload: Upload) -> list[str]:
    """Return the rows of every sheet of a file as lines; RefusedError when it cannot be read."""
    return ["\t".join(row) for grid in read_book(upload).grids for row in grid.rows]


def _take(found: WatchReading, number: int, cells: list[str], today: dt.date) -> None:
    cells = _joined(cells)
    day = day_in(cells[0], today)
    if day is None:
        found.faults.append((number, "day", cells[0]))
        return
    hours = times_in(cells[1]) if len(cells) > 1 else None
    if hours is None:
        found.faults.append((number, "time", cells[1] if len(cells) > 1 else ""))
        return
    rest = cells[2:]
    posts = [cell for cell in rest if cell.lower() in POSTS]
    others = [cell for cell in rest if cell.lower() not in POSTS]
    if not others:
        found.faults.append((number, "who", " ".join(cells)))
        return
    post = POSTS[posts[0].lower()] if posts else "leader"
    found.turns.append(Turn(number, day, *hours, who=others[0], post=post, place=" ".join(others[1:])[:40]))


def _joined(cells: list[str]) -> list[str]:
    """A sheet gives a day as 2026-11-23 00:00:00: the time of such a cell says nothing."""
    if len(cells) > 1 and re.fullmatch(r"00:00(:00)?", cells[1]):
        return [cells[0], *cells[2:]]
    return [re.sub(r"[T ]00:00(:00)?$", "", cells[0]), *cells[1:]]


def day_in(text: str, today: dt.date) -> dt.date | None:
    """Return a day; without a year the one nearest to today."""
    match = DAY.match(text)
    if match is None:
        return None
    years: Mapping[str, list[int]] = {"": [today.year - 1, today.year, today.year + 1]}
    days = []
    for year in [int(match[1])] if match[1] else years[""]:
        try:
            days.append(dt.date(year, int(match[2]), int(match[3])))
        except ValueError:
            continue
    return min(days, key=lambda one: abs((one - today).days)) if days else None


def times_in(text: str) -> tuple[dt.time, dt.time] | None:
    """Return from when to when: a word of the school, or 17:30-7:00."""
    if text.lower() in ALL_DAY:
        return dt.time(7), dt.time(7)
    if text.lower() in TIMES:
        return TIMES[text.lower()]
    match = HOURS.match(text.replace(" ", ""))
    if match is None:
        return None
    try:
        return dt.time(int(match[1]), int(match[2])), dt.time(int(match[3]), int(match[4]))
    except ValueError:
        return None

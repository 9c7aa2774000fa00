"""Which stages the school has: needed where classes are called by year of entry or by a timetable's code."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from taoli.roster.queries.snapshot import Roster
from taoli.roster.readers.layout import Area
from taoli.roster.readers.places import ENTRY, Stages, plain, school_year, stage_by_age, stages_of
from taoli.roster.readers.table import Record, Table

MONTHS = 12
SEPTEMBER = 9


def stages_from(now: Roster, areas: Sequence[Area], tables: Sequence[Table], today: dt.date) -> Stages:
    """Return the stages the roster shows, else the files' grades and names, else the age of those who came in."""
    own = stages_of(now.grades, today)
    if own.names:
        return own
    records = [record for table in tables if table.sheet.key == "students" for record in table.records]
    said = stages_of({*_cells(records), *_names(areas)}, today)
    return said if said.names else stage_by_age(_ages(records), school_year(today))


def _cells(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        yield record.get("grade") or ""
        yield record.get("class") or ""


def _names(areas: Iterable[Area]) -> Iterator[str]:
    for area in areas:
        yield area.context.school_class
        yield area.context.grade
        yield area.sheet
        yield area.file


def _ages(records: Iterable[Record]) -> Iterator[float]:
    for record in records:
        entry, born = ENTRY.match(plain(record.get("class") or record.get("grade") or "")), record.get("birthday")
        if entry and born:
            year, month, _day = map(int, born.split("-"))
            yield int(entry[2]) - year + (SEPTEMBER - month) / MONTHS

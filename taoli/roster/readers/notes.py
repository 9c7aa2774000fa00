"""What the reader of a preview should know of the files: what was left out, and what was read as something else."""

from collections.abc import Sequence
from typing import Any

from taoli.roster.readers.book import Book
from taoli.roster.readers.facts import Facts
from taoli.roster.readers.guess import IGNORE
from taoli.roster.readers.guessing import Group
from taoli.roster.readers.known import Known
from taoli.roster.readers.table import Table

MOST = 60


def notes_of(
    books: Sequence[Book], groups: Sequence[Group], tables: Sequence[Table], known: Known, facts: Facts, problems: int
) -> dict[str, Any]:
    """Return counts and lists, JSON-able; kept with the import."""
    read = {(table.area.file, table.name) for table in tables}
    unread = [
        {"file": book.file, "sheet": grid.name}
        for book in books
        for grid in book.grids
        if grid.rows and not grid.hidden and (book.file, grid.name) not in read
    ]
    hidden = [
        {"file": book.file, "sheet": grid.name}
        for book in books
        for grid in book.grids
        if grid.hidden and (book.file, grid.name) not in read
    ]
    dropped = [
        {"file": area.file, "sheet": area.sheet, "row": row, "text": text}
        for group in groups
        if group.guess.kind != IGNORE
        for area in group.areas
        for row, text in area.dropped
    ]
    ignored: dict[str, list[str]] = {}
    for table in tables:
        for heading in table.ignored:
            if heading not in ignored.setdefault(table.name, []):
                ignored[table.name].append(heading)
    return {
        "problems": problems,
        "examples": sum(table.examples for table in tables),
        "identity_dropped": sum(table.dropped for table in tables),
        "ignored": {sheet: headings for sheet, headings in ignored.items() if headings},
        "hidden": hidden,
        "unread": unread,
        "dropped": dropped[:MOST],
        "comments": sum(grid.comments for book in books for grid in book.grids if not grid.hidden),
        "read_as": dict(list(known.read_as.items())[:MOST]),
        "unknown_staff": facts.unknown[:MOST],
        "proposals": facts.proposals,
    }

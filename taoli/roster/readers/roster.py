"""All files of an import: from bytes to staged rows, problems and questions. Nothing is written anywhere."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from taoli.roster.queries.snapshot import Roster
from taoli.roster.readers.book import Book, Upload
from taoli.roster.readers.columns import ALL_SHEETS, TAUGHT, sheet_of
from taoli.roster.readers.facts import Facts, facts_beside
from taoli.roster.readers.guess import IGNORE, Corrections, Guess, Memory, Told
from taoli.roster.readers.guessing import Group, guess_all
from taoli.roster.readers.known import Known, known_from
from taoli.roster.readers.layout import areas_of
from taoli.roster.readers.moves import resolve_mergers, resolve_moves
from taoli.roster.readers.notes import notes_of
from taoli.roster.readers.problem import Problem, RefusedError
from taoli.roster.readers.resolve import resolve_guardians, resolve_staff, resolve_teaching
from taoli.roster.readers.resolve_students import join_students, settle_students
from taoli.roster.readers.stages import stages_from
from taoli.roster.readers.table import Record, Table, read_table
from taoli.roster.readers.wide import MEMBERS, guardians_beside, subjects_apart
from taoli.roster.readers.workbook import read_book

# Enough to see what is wrong; a column of 3,000 wrong cells is one mistake.
MOST_PROBLEMS = 300
SPENT = frozenset(
    (
        "at",
        "homeroom_name",
        "mentor",
        "duty",
        *(f"{one}_{what}" for one in MEMBERS for what in ("name", "phone", "relation")),
    )
)


@dataclass
class Reading:
    """What the files say: `staged` {sheet key: {"rows"}}, problems, notes for the preview, and what each table is."""

    staged: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: dict[str, Any] = field(default_factory=dict)
    guesses: list[Guess] = field(default_factory=list)

    @property
    def open_questions(self) -> int:
        """How many guesses are to be confirmed before anything can be said of the rest."""
        return sum(guess.questions for guess in self.guesses)

    @property
    def rows(self) -> int:
        """How many rows were read."""
        return sum(len(sheet["rows"]) for sheet in self.staged.values())


def read_roster(
    uploads: Sequence[Upload],
    now: Roster,
    *,
    today: dt.date,
    keep_identity: bool,
    corrections: Corrections | None = None,
    memory: Memory | None = None,
) -> Reading:
    """Return what the files say of a school whose roster is `now`; nothing uncertain is taken for granted."""
    books, problems = _books(uploads)
    told = Told(corrections or {}, memory or {})
    remembered = frozenset(heading for headings in told.memory.values() for heading in headings)
    areas = [area for book in books for grid in book.grids for area in areas_of(grid, book.file, remembered)]
    groups = guess_all(areas, told)
    problems += _unreadable_sheets(books, groups)
    tables = _tables(groups, today=today, keep_identity=keep_identity)
    known = known_from(now, stages_from(now, areas, tables, today))
    facts = Facts()
    # Without its columns a table says nothing, and every other one would seem to name unknown people.
    if not problems and all(table.legible for table in tables):
        tables, facts = _resolve(tables, known)
    problems += _problems(tables)
    if not problems and not any(table.records for table in tables) and not any(one.guess.questions for one in groups):
        problems = [_nothing(books, groups)]
    notes = notes_of(books, groups, tables, known, facts, len(problems))
    return Reading(_staged(tables, facts), problems[:MOST_PROBLEMS], notes, [one.guess for one in groups])


def _books(uploads: Iterable[Upload]) -> tuple[list[Book], list[Problem]]:
    books, problems = [], []
    for upload in uploads:
        try:
            books.append(read_book(upload))
        except RefusedError as refused:
            problems.append(refused.of(upload.name))
    return books, problems


def _unreadable_sheets(books: Sequence[Book], groups: Sequence[Group]) -> list[Problem]:
    """Return the sheets that are too large, and those whose name promises people and that have no headings."""
    found = []
    seen = {(place.file, place.sheet) for group in groups for place in group.guess.places}
    for book in books:
        for grid in book.grids:
            if grid.hidden or (book.file, grid.name) in seen:
                continue
            if grid.too_large:
                found.append(Problem("sheet_too_large", values={"sheet": grid.name}, file=book.file))
            elif grid.rows and (sheet := sheet_of(grid.name)):
                wanted = "、".join(column.names[0] for column in sheet.columns if column.required)
                found.append(Problem("no_headings", grid.name, values={"wanted": wanted}, file=book.file))
    return found


def _tables(groups: Iterable[Group], *, today: dt.date, keep_identity: bool) -> list[Table]:
    return [
        read_table(group.guess, area, today=today, keep_identity=keep_identity)
        for group in groups
        if group.guess.kind != IGNORE
        for area in group.areas
        if area.rows
    ]


def _resolve(tables: list[Table], known: Known) -> tuple[list[Table], Facts]:
    kinds = {sheet.key: [table for table in tables if table.sheet is sheet] for sheet in ALL_SHEETS}
    settle_students(kinds["students"], known)
    beside = [found for table in kinds["students"] if (found := guardians_beside(table))]
    if not all(table.legible for table in tables):
        return tables, Facts()
    said = [replace(table, records=list(table.records)) for table in kinds["students"]]
    join_students(kinds["students"], known)
    if not all(table.legible for table in tables):
        return tables, Facts()
    resolve_staff(kinds["staff"], known)
    for table in kinds["teaching"]:
        subjects_apart(table)
    resolve_teaching(kinds["teaching"], known)
    resolve_guardians([*kinds["guardians"], *beside], known)
    resolve_moves(kinds["moves"], known)
    resolve_mergers(kinds["mergers"], known)
    # A joined row keeps one list's words only; what each list says of teachers counts.
    facts = facts_beside([*said, *kinds["teaching"]], known)
    for table in kinds["teaching"]:
        table.records = [record for record in table.records if "subject" in record]
    return [*tables, *beside], facts


def _problems(tables: Iterable[Table]) -> list[Problem]:
    order = {sheet.key: place for place, sheet in enumerate(ALL_SHEETS)}
    found = sorted(tables, key=lambda table: order[table.sheet.key])
    return [problem for table in found for problem in sorted(table.problems, key=_spot)]


def _spot(problem: Problem) -> tuple[int, int, str]:
    return problem.row, len(problem.letter), problem.letter


def _nothing(books: Sequence[Book], groups: Sequence[Group]) -> Problem:
    """Say why nothing was read: no rows at all, or no sheet in which headings were found."""
    grids = [grid for book in books for grid in book.grids if not grid.hidden]
    if groups or not any(grid.rows for grid in grids):
        return Problem("empty", file=books[0].file if len(books) == 1 else "")
    return Problem("no_sheet", values={"found": "、".join(dict.fromkeys(grid.name for grid in grids))})


def _staged(tables: Iterable[Table], facts: Facts) -> dict[str, Any]:
    staged: dict[str, Any] = {}
    for table in tables:
        if table.records:
            staged.setdefault(table.sheet.key, {"rows": []})["rows"] += map(_kept, table.records)
    if facts.homerooms:
        staged["homerooms"] = {"rows": facts.homerooms}
    return staged


def _kept(record: Record) -> Record:
    """Return a row without what has become rows of their own."""
    return {key: value for key, value in record.items() if key not in SPENT and not key.startswith(TAUGHT)}

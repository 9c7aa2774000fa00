"""Reads a workbook of ranked wishes: 学号, 第一志愿, 第二志愿 …, each by name or by staff number."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field

from taoli.common import clock
from taoli.matching.queries.wishes import Book, MentorEntry
from taoli.roster.readers.columns import Column, Sheet
from taoli.roster.readers.fixed import open_book, read_sheet, sheet_named
from taoli.roster.readers.problem import Problem, RefusedError
from taoli.roster.readers.table import Record, Table

NAMES = ("志愿", "志愿表", "学生志愿", "导师志愿", "双向选择", "志愿汇总")
NUMERALS = "一二三四五六七八九十"
MOST_PROBLEMS = 300


@dataclass
class WishReading:
    """What the workbook says: student → mentors, best first; its problems."""

    wishes: dict[uuid.UUID, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def wish_sheet(ranks: int) -> Sheet:
    """Return the sheet with so many columns of wishes."""
    return Sheet(
        "wishes",
        NAMES,
        (
            Column("number", ("学号", "学籍号", "学生编号"), "number", required=True, most=24),
            Column("name", ("姓名", "学生姓名", "名字"), "name", most=60),
            Column("class", ("班级", "行政班"), "text", most=30),
            *(
                Column(f"wish{place}", _headings(place), "text", required=place == 1, most=60)
                for place in range(1, ranks + 1)
            ),
        ),
    )


def read_wishes(data: bytes, book: Book) -> WishReading:
    """Return what the workbook says for the round of `book`; a blank later wish is fine, refusals are problems."""
    sheet = wish_sheet(book.ranks)
    try:
        workbook = open_book(data)
        grid = sheet_named(workbook, NAMES)
    except RefusedError as refused:
        return WishReading(problems=[refused.problem])
    if grid is None:
        values = {"found": "、".join(one.name for one in workbook.grids), "wanted": NAMES[0]}
        return WishReading(problems=[Problem("wish_no_sheet", values=values)])
    table = read_sheet(sheet, grid, today=clock.today())
    found = WishReading()
    _resolve(table, book, found)
    found.problems = sorted(table.problems, key=lambda one: one.row)[:MOST_PROBLEMS]
    if not found.problems and not found.wishes:
        found.problems = [Problem("wish_empty")]
    return found


def _resolve(table: Table, book: Book, found: WishReading) -> None:
    seen: dict[str, int] = {}
    for record in table.records:
        number = record["number"]
        if not number:
            continue
        if number in seen:
            table.fault(record, "number", "wish_student_twice", number=number, row=seen[number])
            continue
        seen[number] = record["row"]
        if number not in book.students:
            code = "wish_other_grade" if number in book.others else "wish_unknown_student"
            table.fault(record, "number", code, number=number)
            continue
        student, name = book.students[number]
        if record.get("name") and record["name"] != name:
            table.fault(record, "name", "wish_other_name", number=number, name=name, given=record["name"])
        found.wishes[student] = [str(entry.staff_id) for entry in _mentors(table, record, book, student)]


def _mentors(table: Table, record: Record, book: Book, student: uuid.UUID) -> Iterator[MentorEntry]:
    taken: dict[uuid.UUID, str] = {}
    told = {(one.row, one.column) for one in table.problems}
    for place in range(1, book.ranks + 1):
        key = f"wish{place}"
        if not table.has(key):
            continue
        heading, _letter = table.headings[key]
        text = record.get(key) if (record["row"], heading) not in told else None
        entry = _mentor(table, record, key, text, book) if text else None
        if entry is None:
            continue
        if not book.takes(entry, student):
            table.fault(record, key, "wish_other_class", name=entry.name, room=book.rooms[student][1])
            continue
        if entry.staff_id in taken:
            table.fault(record, key, "wish_twice", name=entry.name, first=taken[entry.staff_id])
            continue
        taken[entry.staff_id] = heading
        yield entry


def _mentor(table: Table, record: Record, key: str, text: str, book: Book) -> MentorEntry | None:
    plain = "".join(text.split())
    known = [book.by_number[plain]] if plain in book.by_number else book.by_name.get(plain, [])
    if not known:
        table.fault(record, key, "wish_unknown_mentor", text=text)
    elif len(known) > 1:
        numbers = "、".join(entry.number for entry in known)
        table.fault(record, key, "wish_ambiguous", name=plain, numbers=numbers)
    elif known[0].absent:
        table.fault(record, key, "wish_absent", name=known[0].name)
    elif not known[0].maximum:
        table.fault(record, key, "wish_full", name=known[0].name)
    else:
        return known[0]
    return None


def _headings(place: int) -> tuple[str, ...]:
    numeral = NUMERALS[place - 1]
    return (f"第{numeral}志愿", f"志愿{numeral}", f"第{place}志愿", f"志愿{place}")

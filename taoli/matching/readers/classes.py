"""Reads a new list of classes: a line a student, number and new class, pasted or from a workbook."""

import re

from taoli.matching.queries.dividing import ClassList
from taoli.roster.readers.fixed import open_book
from taoli.roster.readers.places import class_name

SPLIT = re.compile(r"[\t,，;；]+|\s{1,}")
HEADINGS = ("学号", "学籍号", "学生编号")
ROOMS = ("新班级", "新班", "班级", "行政班")
MOST_LINES = 6000


def read_list(text: str) -> ClassList:
    """Return what pasted lines say; a line of headings and blank lines are passed over."""
    found = ClassList()
    for number, line in enumerate(text.splitlines()[:MOST_LINES], start=1):
        parts = [part for part in SPLIT.split(line.strip()) if part]
        if not parts or parts[0] in HEADINGS:
            continue
        if len(parts) == 1:
            found.problems.append((number, "no_class", parts[0]))
            continue
        _take(found, number, parts[0], parts[-1])
    return found


def text_of(data: bytes) -> str:
    """Return the two columns of a workbook's first sheet as lines of text; RefusedError when it cannot be read."""
    grid = next((one for one in open_book(data).grids if any(any(row) for row in one.rows)), None)
    rows = grid.rows if grid else []
    head = next((row for row in rows[:10] if any(cell.strip() in HEADINGS for cell in row)), [])
    number = next((place for place, cell in enumerate(head) if cell.strip() in HEADINGS), 0)
    by_name = {cell.strip(): place for place, cell in enumerate(head)}
    room = next((by_name[name] for name in ROOMS if name in by_name), 1)
    below = rows[rows.index(head) + 1 :] if head else rows
    pairs = ((row[number].strip(), row[room].strip()) for row in below if len(row) > max(number, room))
    return "\n".join(f"{first}\t{second}" for first, second in pairs if first)


def _take(found: ClassList, line: int, number: str, text: str) -> None:
    try:
        room = class_name(text)
    except ValueError:
        room = None
    if room is None:
        found.problems.append((line, "unknown_class", text))
    elif found.rooms.get(number, room) != room:
        found.problems.append((line, "twice", number))
    else:
        found.rooms[number] = room

"""Facts that stand beside the rows: homeroom teachers and mentors by name, in a title or a column of their own.

A homeroom teacher becomes a fact of the class; a mentor is only proposed, for matching to offer later.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from taoli.roster.readers.known import Known
from taoli.roster.readers.table import Record, Table

HOMEROOM, MENTOR = "homeroom", "mentor"


@dataclass
class Facts:
    """Homerooms and proposals as staged; `unknown` are people whom the list of staff does not name (once)."""

    homerooms: list[dict[str, Any]] = field(default_factory=list)
    proposals: list[dict[str, Any]] = field(default_factory=list)
    unknown: list[dict[str, Any]] = field(default_factory=list)


def facts_beside(tables: Sequence[Table], known: Known) -> Facts:
    """Return what titles and columns say of homeroom teachers and mentors."""
    facts = Facts()
    told: set[tuple[str, str, str]] = set()
    rooms: dict[str, str] = {}
    pairs: dict[tuple[str, str, str], list[str]] = {}
    for table in tables:
        for record in table.records:
            room = record.get("class") or ""
            for what, name in _said(table, record):
                numbers = known.staff_numbers(name)
                if len(numbers) != 1:
                    if (what, name, room) not in told:
                        facts.unknown.append({"what": what, "name": name, "class": room, "n": len(numbers)})
                    told.add((what, name, room))
                elif what == HOMEROOM:
                    _run(table, record, room, numbers[0], rooms, known)
                elif student := record.get("number"):
                    pairs.setdefault((numbers[0], room, record.get("study_group") or ""), []).append(student)
    facts.homerooms = [{"class": room, "staff": staff} for room, staff in rooms.items()]
    facts.proposals = [
        {"staff": staff, "name": known.staff[staff], "class": room, "group": group, "students": students}
        for (staff, room, group), students in pairs.items()
    ]
    return facts


def _said(table: Table, record: Record) -> Iterator[tuple[str, str]]:
    context = table.area.context
    if record.get("class") and (name := record.get("homeroom_name") or context.homeroom):
        yield HOMEROOM, name
    if table.sheet.key == "students" and (name := record.get("mentor") or context.leader):
        yield MENTOR, name


def _run(table: Table, record: Record, room: str, staff: str, rooms: dict[str, str], known: Known) -> None:
    here = (table.area.file, table.name, record["row"])
    first, there = known.homerooms.setdefault(room, (staff, here))
    if first == staff:
        rooms[room] = staff
    elif (room, staff) not in known.clashes:
        known.clashes.add((room, staff))
        words = {"first": known.staff[first] or first, "second": known.staff[staff], "sheet": there[1], "row": there[2]}
        key = "homeroom_name" if table.has("homeroom_name") else "class"
        table.fault(record, key, "two_homerooms", room=room, **words)

"""Rows that say several things: a student with the family beside, a class with the teachers of all its subjects."""

from collections.abc import Iterator

from taoli.roster.readers.columns import BY_KEY, TAUGHT
from taoli.roster.readers.table import Record, Table

RELATION = {"father": "父亲", "mother": "母亲"}
MEMBERS = ("father", "mother", "guardian", "guardian2")


def guardians_beside(table: Table) -> Table | None:
    """Return the guardians that stand in the rows of students; None where the list has no such columns."""
    if not any(table.has(f"{member}_name") for member in MEMBERS):
        return None
    found = _same_place(table, "guardians")
    found.records = [one for record in table.records for one in _family(record)]
    return found


def _same_place(table: Table, kind: str) -> Table:
    return Table(BY_KEY[kind], table.area, headings=table.headings)


def _family(record: Record) -> Iterator[Record]:
    if not record.get("number"):
        return
    for member in MEMBERS:
        name = record.get(f"{member}_name")
        if not name:
            continue
        keys = ("name", "phone", "relation")
        yield {
            "row": record["row"],
            "at": {**{key: f"{member}_{key}" for key in keys}, "student": "number"},
            "student": record["number"],
            "name": name,
            "phone": record.get(f"{member}_phone"),
            "relation": record.get(f"{member}_relation") or RELATION.get(member),
        }


def subjects_apart(table: Table) -> None:
    """Make of each row of classes and subjects a row for each teacher of each subject."""
    taught = [key for key in table.headings if key.startswith(TAUGHT)]
    if not taught:
        return
    table.records = [one for record in table.records for one in _lessons(record, taught)]


def _lessons(record: Record, taught: list[str]) -> Iterator[Record]:
    place = {key: record.get(key) for key in ("row", "grade", "class", "group")}
    if record.get("homeroom_name"):
        yield {**place, "homeroom_name": record["homeroom_name"]}
    for key in taught:
        for name in record.get(key) or ():
            subject = key.removeprefix(TAUGHT)
            yield {**place, "at": {"staff_name": key, "subject": key}, "subject": subject, "staff_name": name}

"""A round of matching as tables: students, mentors and wishes, in English or Chinese."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from taoli.engine.formats.faults import FileFault
from taoli.engine.formats.sheets import Sheet
from taoli.engine.formats.tables import Row, Table, table_of
from taoli.engine.matching import Mentor, Problem, Rules, Student

SHEETS = {
    "students": ("students", "学生", "学生名单"),
    "mentors": ("mentors", "导师", "导师名单"),
    "wishes": ("wishes", "志愿", "学生志愿"),
}
PERSON = {"id": ("id", "student", "student id", "学号", "编号", "学生"), "name": ("name", "姓名", "学生姓名")}
STUDENT = {
    **PERSON,
    "class": ("class", "class_id", "班级", "行政班"),
    "gender": ("gender", "sex", "性别"),
    "layer": ("layer", "level", "层次", "层级"),
    "categories": ("categories", "category", "类别", "学生类别"),
    "same_gender": ("same_gender", "同性导师", "希望同性导师"),
}
MENTOR = {
    "id": ("id", "mentor", "mentor id", "工号", "编号", "导师"),
    "name": ("name", "姓名", "导师姓名", "教师姓名"),
    "min": ("min", "最少", "最少人数"),
    "target": ("target", "目标", "目标人数"),
    "max": ("max", "最多", "最多人数", "名额"),
    "classes": ("classes", "任教班级", "任教"),
    "absent": ("absent", "离岗"),
    "gender": ("gender", "sex", "性别"),
    "everywhere": ("everywhere", "不限班级"),
}
RANKED = {
    "id": PERSON["id"],
    "mentor": ("mentor", "mentor id", "工号", "导师"),
    "rank": ("rank", "顺序", "志愿序号", "第几志愿"),
}
WISH = re.compile(r"(?:wish|志愿|第)\s*([1-9]|1\d|20|[一二三四五六七八九十])\s*(?:志愿)?", re.IGNORECASE)
CHINESE = "一二三四五六七八九十"
YES = frozenset({"1", "yes", "true", "y", "是", "√"})


@dataclass(frozen=True, slots=True)
class Round:
    """A problem, the mode the file asks for, and the names that go with ids."""

    problem: Problem
    mode: str = "fair"
    names: Mapping[str, str] = field(default_factory=dict)


def round_of_sheets(sheets: Mapping[str, Sheet]) -> Round:
    """The round in sheets (or files) named students, mentors and, unless the students' sheet has them, wishes.

    FileFault names the sheet, row and column of what is wrong.
    """
    students = table_of(_sheet(sheets, "students"), STUDENT)
    mentors = table_of(_sheet(sheets, "mentors"), MENTOR)
    names = {key: row.text(table.column.get("name")) for table in (mentors, students) for key, row in table.keyed("id")}
    mentor_ids = dict(mentors.keyed("id"))
    wishes = _wishes(sheets, students, {names[one]: one for one in reversed(mentor_ids) if names[one]})
    for key, row in students.keyed("id"):
        if key in mentor_ids:
            raise row.fault(f"{key!r} is the id of a mentor too", students.need("id"))
    problem = Problem(
        students=tuple(_student(students, key, row, wishes.get(key, ())) for key, row in students.keyed("id")),
        mentors=tuple(_mentor(mentors, key, row) for key, row in mentor_ids.items()),
        rules=Rules(teaches_class="classes" in mentors.column),
    )
    return Round(problem, names={key: name for key, name in names.items() if name})


def _sheet(sheets: Mapping[str, Sheet], name: str) -> Sheet:
    for known in SHEETS[name]:
        if known in sheets:
            return sheets[known]
    raise FileFault(f"there is no sheet or file named {' or '.join(SHEETS[name][:2])}")


def _student(table: Table, key: str, row: Row, wishes: tuple[tuple[str, ...], ...]) -> Student:
    column = table.column.get
    return Student(
        key,
        class_id=row.text(column("class")),
        gender=row.text(column("gender")),
        layer=row.text(column("layer")),
        categories=frozenset(row.many(column("categories"))),
        wishes=wishes,
        same_gender=_yes(row.text(column("same_gender"))),
    )


def _mentor(table: Table, key: str, row: Row) -> Mentor:
    column = table.column.get
    most = row.count(table.need("max"))
    least = row.count(column("min")) or 0
    if most is None:
        raise row.fault("the cell is blank", table.need("max"))
    if least > most:
        raise row.fault(f"the least, {least}, is above the most, {most}", table.need("min"))
    return Mentor(
        key,
        min=least,
        target=row.count(column("target")),
        max=most,
        classes=frozenset(row.many(column("classes"))),
        absent=_yes(row.text(column("absent"))),
        gender=row.text(column("gender")),
        everywhere=_yes(row.text(column("everywhere"))),
    )


def _yes(text: str) -> bool:
    return text.lower() in YES


def _wishes(
    sheets: Mapping[str, Sheet], students: Table, named: Mapping[str, str]
) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Wishes by student: from a column a wish, or from rows of student, mentor and rank; a mentor by id or name."""
    sheet = next((sheets[name] for name in SHEETS["wishes"] if name in sheets), None)
    table = students if sheet is None else table_of(sheet, RANKED)
    known = {key for key, _row in students.keyed("id")}
    if {"mentor", "rank"} <= set(table.column):
        return _ranked(table, known, named)
    columns = [heading for _rank, heading in sorted(_wish_columns(table))]
    if not columns and sheet is not None:
        raise FileFault("there is no column for wish 1 (志愿1)", sheet=sheet.name, row=1)
    wishes = {}
    for key, row in table.keyed("id"):
        if key not in known:
            raise row.fault(f"there is no student {key!r}", table.need("id"))
        tiers = (row.many(heading) for heading in columns)
        wishes[key] = tuple(tuple(named.get(one, one) for one in tier) for tier in tiers if tier)
    return wishes


def _wish_columns(table: Table) -> Iterator[tuple[int, str]]:
    for heading in table.headings:
        found = WISH.fullmatch(heading)
        if found:
            rank = found[1]
            yield (CHINESE.index(rank) + 1 if rank in CHINESE else int(rank)), heading


def _ranked(table: Table, known: set[str], named: Mapping[str, str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    tiers: dict[str, dict[int, list[str]]] = {}
    for row in table.rows:
        key, mentor, rank = row.text(table.need("id")), row.text(table.need("mentor")), row.count(table.need("rank"))
        if key not in known:
            raise row.fault(f"there is no student {key!r}", table.need("id"))
        if not mentor or not rank:
            raise row.fault("the cell is blank or 0", table.need("rank" if mentor else "mentor"))
        tiers.setdefault(key, {}).setdefault(rank, []).append(named.get(mentor, mentor))
    return {key: tuple(tuple(tier) for _rank, tier in sorted(mine.items())) for key, mine in tiers.items()}

"""Which kind of sheet a table is: by the sheet's name, else by its headings."""

from collections.abc import Sequence

from taoli.roster.readers.columns import (
    GUARDIANS,
    MERGERS,
    MOVES,
    STAFF,
    STAFF_NUMBER,
    STUDENTS,
    SUBJECTS,
    TEACHING,
    Sheet,
    names_of,
)
from taoli.roster.readers.guess import IGNORE
from taoli.roster.readers.words import LEAST_SHARED, nearness

Answer = tuple[str, bool]
STUDENT_NUMBER = frozenset(("学号", "学生学号", "校内学号", "学籍号", "全国学籍号", "学生编号", "班级学号"))
STAFF_ONLY = frozenset((*STAFF_NUMBER, "教师姓名", "老师姓名", "教职工姓名"))
TEACHER = frozenset(("教师姓名", "任课教师", "任课老师", "授课教师", "科任教师", "教师", "老师"))
# What only a list of students has beside number and name.
OF_STUDENTS = frozenset(
    ("gender", "seat", "birthday", "boarding", "study_group", "dormitory", "campus", "teaching_groups")
)


def kind_by_headings(plains: Sequence[str], *, placed: bool) -> Answer:
    """Return (kind, certain) by a table's headings; `placed`: title or name say its class or group."""
    words = {plain for plain in plains if plain}
    if listed := _changes(words):
        return listed, True
    staff, students = words & STAFF_ONLY, words & STUDENT_NUMBER
    teaching = {names_of(TEACHING)[word] for word in words if word in names_of(TEACHING)}
    room = bool(teaching & {"class", "group"}) or placed
    if len(words & SUBJECTS) > 1 and room and not students:
        return TEACHING.key, True
    if room and "subject" in teaching and (staff or words & TEACHER) and not students:
        return TEACHING.key, not words & {"性别", "手机", "手机号", "手机号码"}
    if staff and not students:
        return STAFF.key, True
    return _families(words, bool(students), placed=placed) or _nearest(plains)


def _changes(words: set[str]) -> str:
    """Return which list of a school year it is, by the column only such a list has."""
    if words & {"原班级", "撤销班级"} and words & {"新班级", "并入班级"} and not words & STUDENT_NUMBER:
        return MERGERS.key
    return MOVES.key if words & STUDENT_NUMBER and words & {"变动", "异动", "异动类型"} else ""


def _families(words: set[str], numbered: bool, *, placed: bool) -> Answer | None:  # noqa: FBT001 one of two facts
    known = {names_of(STUDENTS)[word] for word in words if word in names_of(STUDENTS)}
    family = {names_of(GUARDIANS)[word] for word in words if word in names_of(GUARDIANS)}
    if known & OF_STUDENTS and (numbered or "name" in known):
        return STUDENTS.key, numbered or placed or "class" in known
    if {"student_name", "name"} <= family and "姓名" not in words:
        # Of students with their class it may as well be the list itself.
        return GUARDIANS.key, "class" not in known or not numbered
    if numbered and "name" in known:
        return STUDENTS.key, True
    if "name" in known and (placed or "class" in known):
        return STUDENTS.key, placed
    return None


def _nearest(plains: Sequence[str]) -> Answer:
    scores = {sheet.key: _score(sheet, plains) for sheet in (STUDENTS, STAFF, TEACHING, GUARDIANS)}
    best = max(scores, key=lambda key: scores[key])
    return (best, False) if scores[best] > 1 else (IGNORE, False)


def _score(sheet: Sheet, plains: Sequence[str]) -> float:
    found: dict[str, float] = {}
    for column in sheet.columns:
        near = max((nearness(plain, name) for plain in plains for name in column.names), default=0)
        if near >= LEAST_SHARED:
            found[column.key] = near
    return sum(found.values())

"""Names taken out of a text: a proposal, which a person reads and mends."""

import re
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from taoli.common import clock
from taoli.evaluation.models import Story, StoryStudent
from taoli.matching.queries.pairings import pairings_of_mentor
from taoli.roster.models import Guardianship, SchoolClass, Staff, Student

STEMS = "甲乙丙丁戊己庚辛"
STUDENT, TEACHER, FAMILY, ROOM, NUMBER = "某同学", "某老师", "某家长", "某班", "某号码"
TEACHER_TITLES = ("老师", "主任", "校长")
DIGITS = re.compile(r"(?<!\d)\d{7,18}(?!\d)")
SHORTEST_CALL = 2  # 子涵 for 林子涵; a single character would hit ordinary words
FULL_NAME = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A name that may stand in a text, and what is put in its place."""

    name: str
    stand_in: str


@dataclass(frozen=True, slots=True)
class Nameless:
    """A text with stand-ins, and (name, stand-in, times) of what was found."""

    text: str
    found: tuple[tuple[str, str, int], ...]


def nameless(text: str, people: Iterable[Named]) -> Nameless:
    """Return the text with every name replaced, the longest first; long numbers too (telephone, identity card).

    Pure: the same text and people give the same answer.
    """
    known: dict[str, str] = {}
    for one in people:
        if one.name:
            known.setdefault(one.name, one.stand_in)
    counts: dict[str, int] = {}

    def put(match: re.Match[str]) -> str:
        counts[match[0]] = counts.get(match[0], 0) + 1
        return known[match[0]]

    if known:
        names = sorted(known, key=lambda name: (-len(name), name))
        text = re.sub("|".join(map(re.escape, names)), put, text)
    text, numbers = DIGITS.subn(NUMBER, text)
    for title in TEACHER_TITLES:  # 王敏老师 became 某老师老师
        text = text.replace(f"{TEACHER}{title}", TEACHER)
    found = tuple((name, known[name], count) for name, count in counts.items())
    return Nameless(text, (*found, (NUMBER, NUMBER, numbers)) if numbers else found)


def calls(names: Sequence[str], stand_in: str) -> list[Named]:
    """Return the names, and how their bearers are called without the surname."""
    whole = [Named(name, stand_in) for name in names]
    return whole + [Named(name[-SHORTEST_CALL:], stand_in) for name in names if len(name) >= FULL_NAME]


def known_names(story: Story) -> list[Named]:
    """Return every name of the school that may stand in a story: those it is about and the author's own students first,
    also without the surname; then all students, staff, guardians and classes by their full names.
    """
    school = story.school_id
    rows = StoryStudent.objects.of(school).filter(story=story).select_related("student").order_by("id")
    about = [row.student for row in rows]
    found: list[Named] = []
    for place, student in enumerate(about):
        found += calls([student.name], f"学生{STEMS[place % len(STEMS)]}")
    own = pairings_of_mentor(school, story.author_id, clock.today())
    found += calls([row.student.name for row in own], STUDENT)
    found += [Named(name, ROOM) for name in _flat(SchoolClass.objects.of(school).values_list("name"))]
    found += [Named(name, STUDENT) for name in _flat(Student.objects.of(school).values_list("name"))]
    found += [Named(name, TEACHER) for name in _flat(Staff.objects.of(school).values_list("name"))]
    families = Guardianship.objects.of(school).filter(student__in=_ids(about)).values_list("guardian__name")
    return found + [Named(name, FAMILY) for name in _flat(families)]


def student_names(school_id: int, mentor_id: uuid.UUID) -> list[Named]:
    """Return the names of a school's students, a mentor's own also without the surname, and of its classes: for a text
    that leaves the school and is about nobody in particular.
    """
    own = pairings_of_mentor(school_id, mentor_id, clock.today())
    found = calls([row.student.name for row in own], STUDENT)
    found += [Named(name, ROOM) for name in _flat(SchoolClass.objects.of(school_id).values_list("name"))]
    return found + [Named(name, STUDENT) for name in _flat(Student.objects.of(school_id).values_list("name"))]


def still_named(text: str, story: Story) -> list[str]:
    """Return the names of those a story is about that still stand in a text."""
    rows = StoryStudent.objects.of(story.school_id).filter(story=story).values_list("student__name", flat=True)
    return [name for name in rows.order_by("student__name") if name in text]


def _flat(rows: Iterable[tuple[str]]) -> list[str]:
    return [name for (name,) in rows if len(name) >= SHORTEST_CALL]


def _ids(rows: Collection[Student]) -> list[uuid.UUID]:
    return [row.pk for row in rows]

"""师生组合情况统计表: per mentor how many students of which classes. No wishes are counted here."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, MentorOffer, Pairing
from taoli.matching.permissions import ROUND
from taoli.matching.queries.pairings import pairings
from taoli.matching.queries.rounds import offers, round_students
from taoli.roster.models import Staff, Student


@dataclass(frozen=True, slots=True)
class HeadcountLine:
    """A mentor's line; `seats`: how many students at most, on the sheet before the pairings."""

    name: str
    subject: str
    count: int
    classes: str
    girls: int
    boys: int
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class Headcount:
    """The sheet: of pairings, or before there are any of the mentors on offer (`planned`); students by grade."""

    lines: list[HeadcountLine]
    grades: list[tuple[str, int, int, int]]
    planned: bool


def headcount_of(actor: Actor, choice: ChoiceRound) -> Headcount:
    """Return the sheet within reach; before publishing only for those who see rounds."""
    if choice.state == ChoiceRound.State.PUBLISHED:
        here = set(round_students(choice).values_list("pk", flat=True))
        rows = [row for row in pairings(actor) if row.student_id in here]
        grades = _by_grade([(row.school_class.grade.name, row.student) for row in rows])
        return Headcount(_paired(rows), grades, planned=False)
    if not ROUND.may(actor, "view"):
        return Headcount([], [], planned=True)
    rows_of = [row for row in offers(choice) if not row.absent and row.maximum]
    lines = _planned(rows_of)
    grades = _by_grade([(one.school_class.grade.name, one) for one in round_students(choice)])
    return Headcount(lines, grades, planned=True)


def _paired(rows: Sequence[Pairing]) -> list[HeadcountLine]:
    of_mentor: dict[Staff, list[Pairing]] = defaultdict(list)
    for row in rows:
        of_mentor[row.mentor].append(row)
    found = []
    for mentor in sorted(of_mentor, key=lambda one: (one.sort_key, one.number)):
        own = of_mentor[mentor]
        rooms = dict.fromkeys(row.school_class.name for row in own)
        girls, boys = _genders([row.student for row in own])
        found.append(HeadcountLine(mentor.name, _subject(mentor), len(own), "、".join(rooms), girls, boys))
    return found


def _planned(rows: Sequence[MentorOffer]) -> list[HeadcountLine]:
    return [
        HeadcountLine(
            row.staff.name,
            _subject(row.staff),
            count=0,
            classes="",
            girls=0,
            boys=0,
            seats=row.maximum,
        )
        for row in rows
    ]


def _by_grade(students: Sequence[tuple[str, Student]]) -> list[tuple[str, int, int, int]]:
    """Grade, students, girls, boys."""
    found: dict[str, list[Student]] = defaultdict(list)
    for grade, one in students:
        found[grade].append(one)
    return [(grade, len(rows), *_genders(rows)) for grade, rows in found.items()]


def _genders(students: Sequence[Student]) -> tuple[int, int]:
    counted = Counter(one.gender for one in students)
    return counted["f"], counted["m"]


def _subject(staff: Staff) -> str:
    return staff.subject.name if staff.subject else ""

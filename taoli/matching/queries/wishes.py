"""Wishes of a round: what is known to read them from paper or a workbook, and what a workbook would write."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, WishImport, WishSheet
from taoli.matching.permissions import WISH
from taoli.matching.phrases import wish_problem
from taoli.matching.queries.choosing import Taught, taught
from taoli.matching.queries.rounds import offers, ranks_of, round_students
from taoli.roster.models import Student

PREVIEWED = 60


@dataclass(frozen=True, slots=True)
class MentorEntry:
    """A mentor as a workbook may name one; `open`: takes students in this round."""

    staff_id: uuid.UUID
    number: str
    name: str
    absent: bool
    maximum: int


@dataclass(frozen=True, slots=True)
class Book:
    """Who is who in a round: students and mentors by number, mentors by name, and how many wishes count.

    `rooms`: student → class; `taught`: whom the mentors teach, None where that does not matter.
    """

    ranks: int
    students: dict[str, tuple[uuid.UUID, str]] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    by_number: dict[str, MentorEntry] = field(default_factory=dict)
    by_name: dict[str, list[MentorEntry]] = field(default_factory=dict)
    rooms: dict[uuid.UUID, tuple[uuid.UUID, str]] = field(default_factory=dict)
    taught: Taught | None = None

    def takes(self, entry: MentorEntry, student: uuid.UUID) -> bool:
        """Say whether a student of this class may wish for the mentor."""
        return self.taught is None or self.rooms[student][0] in self.taught.get(entry.staff_id, ())


def book_of(choice: ChoiceRound) -> Book:
    """Return what it takes to read a workbook of wishes for this round."""
    entries = [
        MentorEntry(row.staff_id, row.staff.number, row.staff.name, row.absent, row.maximum) for row in offers(choice)
    ]
    by_name: dict[str, list[MentorEntry]] = defaultdict(list)
    for entry in entries:
        by_name[entry.name].append(entry)
    present = list(round_students(choice))
    students = {one.number: (one.pk, one.name) for one in present}
    everybody = Student.objects.of(choice.school_id).values_list("number", flat=True)
    return Book(
        ranks=ranks_of(choice),
        students=students,
        others=set(everybody) - set(students),
        by_number={entry.number: entry for entry in entries},
        by_name=dict(by_name),
        rooms={one.pk: (one.school_class_id, one.school_class.name) for one in present},
        taught=taught(choice),
    )


def wished_students(choice: ChoiceRound) -> int:
    """Return how many students of the round have handed in a sheet, with or without wishes."""
    return WishSheet.objects.of(choice.school_id).filter(round=choice, student__left_on=None).count()


def typed_names(actor: Actor, saved: Sequence[tuple[uuid.UUID, Sequence[str]]]) -> list[tuple[Student, Sequence[str]]]:
    """Return just typed sheets with their students, to compare with the papers."""
    rows = Student.objects.of(actor.school_id).filter(pk__in=[student for student, _names in saved])
    students = {one.pk: one for one in rows.select_related("school_class")}
    return [(students[student], names) for student, names in saved]


def get_import(actor: Actor, pk: uuid.UUID) -> WishImport:
    """Return an uploaded workbook of wishes; 404 for anybody who may not enter wishes."""
    rows = WishImport.objects.of(actor.school_id).select_related("round").filter(pk=pk)
    found = rows.first() if WISH.may(actor, "enter") else None
    if found is None:
        raise Http404
    return found


def preview_of(row: WishImport) -> dict[str, Any]:
    """Return what confirming an uploaded workbook will write, with the first lines by name."""
    students = {str(one.pk): one for one in round_students(row.round)}
    mentors = {str(offer.staff_id): offer.staff.name for offer in offers(row.round)}
    before = set(WishSheet.objects.of(row.school_id).filter(round=row.round).values_list("student_id", flat=True))
    lines: list[dict[str, Any]] = [
        {"student": students[one["student"]], "mentors": [mentors.get(mentor, "") for mentor in one["mentors"]]}
        for one in row.staged
        if one["student"] in students
    ]
    return {
        "problems": [wish_problem(problem) for problem in row.problems],
        "lines": lines[:PREVIEWED],
        "more": max(len(lines) - PREVIEWED, 0),
        "students": len(lines),
        "replaced": sum(line["student"].pk in before for line in lines),
        "blank": sum(not line["mentors"] for line in lines),
        "missing": len(students) - len(before | {line["student"].pk for line in lines}),
    }

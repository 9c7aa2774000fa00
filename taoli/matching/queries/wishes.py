"""Wishes of a round: whom one may wish for, what is known to read a workbook, what a student has chosen."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field

from django.http import Http404

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, MentorOffer, Wish, WishImport
from taoli.matching.permissions import WISH
from taoli.matching.queries.rounds import offers, ranks_of, round_students
from taoli.roster.models import Student


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
    """Who is who in a round: students and mentors by number, mentors by name, and how many wishes count."""

    ranks: int
    students: dict[str, tuple[uuid.UUID, str]] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    by_number: dict[str, MentorEntry] = field(default_factory=dict)
    by_name: dict[str, list[MentorEntry]] = field(default_factory=dict)


def book_of(choice: ChoiceRound) -> Book:
    """Return what it takes to read a workbook of wishes for this round."""
    entries = [
        MentorEntry(row.staff_id, row.staff.number, row.staff.name, row.absent, row.maximum) for row in offers(choice)
    ]
    by_name: dict[str, list[MentorEntry]] = defaultdict(list)
    for entry in entries:
        by_name[entry.name].append(entry)
    students = {one.number: (one.pk, one.name) for one in round_students(choice)}
    everybody = Student.objects.of(choice.school_id).values_list("number", flat=True)
    return Book(
        ranks=ranks_of(choice),
        students=students,
        others=set(everybody) - set(students),
        by_number={entry.number: entry for entry in entries},
        by_name=dict(by_name),
    )


def student_choice(actor: Actor, pk: uuid.UUID) -> ChoiceRound:
    """Return the round in which the student who asks takes part; 404 otherwise."""
    choice = ChoiceRound.objects.of(actor.school_id).select_related("term", "scheme").filter(pk=pk).first()
    if choice is None or actor.person_id is None or not ranks_of(choice):
        raise Http404
    if not round_students(choice).filter(pk=actor.person_id).exists():
        raise Http404
    return choice


def on_offer(choice: ChoiceRound) -> list[MentorOffer]:
    """Return the mentors a student may wish for, in the order of names: present and with seats."""
    return [row for row in offers(choice) if not row.absent and row.maximum]


def own_wishes(actor: Actor, choice: ChoiceRound) -> list[Wish]:
    """Return the wishes of the student who asks, best first."""
    rows = WISH.within(Wish.objects.of(choice.school_id), actor, "write").filter(round=choice)
    return list(rows.select_related("mentor").order_by("rank"))


def wished_students(choice: ChoiceRound) -> int:
    """Return how many students of the round have wished for anybody."""
    return Wish.objects.of(choice.school_id).filter(round=choice, rank=1).count()


def get_import(actor: Actor, pk: uuid.UUID) -> WishImport:
    """Return an uploaded workbook of wishes; 404 for anybody who may not enter wishes."""
    rows = WishImport.objects.of(actor.school_id).select_related("round").filter(pk=pk)
    found = rows.first() if WISH.may(actor, "enter") else None
    if found is None:
        raise Http404
    return found

"""Wishes of a round: whom one may wish for, what is known to read a workbook, what a student has chosen."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, MentorOffer, Wish, WishImport
from taoli.matching.permissions import WISH
from taoli.matching.phrases import wish_problem
from taoli.matching.queries.rounds import asks_reason, offers, open_choice, ranks_of, round_students
from taoli.matching.queries.steps import choosing, step_of
from taoli.roster.models import Student

PREVIEWED = 60


@dataclass(frozen=True, slots=True)
class Pick:
    """A mentor on the student's page: the place among the chosen (0 for none), and the choice a tap leads to."""

    offer: MentorOffer
    place: int
    address: str


@dataclass(frozen=True, slots=True)
class Choosing:
    """The student's page: mentors, what is chosen so far, whether and until when it may change."""

    open: bool
    closes: dt.datetime | None
    ranks: int
    reasons: bool
    picks: list[Pick]
    chosen: list[Pick]
    saved: bool
    had: bool


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


def student_choice(actor: Actor) -> ChoiceRound | None:
    """Return the round in which the student who asks may choose, else the latest one with wishes; None without any."""
    present = open_choice(actor)
    if present is not None or actor.person_id is None:
        return present
    rows = ChoiceRound.objects.of(actor.school_id).select_related("term", "scheme").order_by("-created_at")
    for choice in rows:
        if ranks_of(choice) and round_students(choice).filter(pk=actor.person_id).exists():
            return choice
    return None


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


def choosing_view(actor: Actor, choice: ChoiceRound, typed: Sequence[uuid.UUID] | None) -> Choosing:
    """Return the page of the student who asks; `typed`: chosen but not saved yet, None for the saved."""
    saved = [row.mentor_id for row in own_wishes(actor, choice)]
    mentors = {row.staff_id: row for row in on_offer(choice)}
    ranks = ranks_of(choice)
    chosen = [one for one in dict.fromkeys(saved if typed is None else typed) if one in mentors][:ranks]
    step = step_of(choice, "student_choice")
    picks = {one: _pick(row, chosen, ranks) for one, row in mentors.items()}
    return Choosing(
        open=choosing(choice),
        closes=step.closes if step else None,
        ranks=ranks,
        reasons=asks_reason(choice),
        picks=list(picks.values()),
        chosen=[picks[one] for one in chosen],
        saved=chosen == saved and bool(saved),
        had=bool(saved),
    )


def _pick(row: MentorOffer, chosen: list[uuid.UUID], ranks: int) -> Pick:
    place = chosen.index(row.staff_id) + 1 if row.staff_id in chosen else 0
    after = [one for one in chosen if one != row.staff_id] if place else [*chosen, row.staff_id]
    words = "&".join(f"w={one}" for one in after) or "clear=1"
    return Pick(row, place, f"?{words}" if len(after) <= ranks else "")


def preview_of(row: WishImport) -> dict[str, Any]:
    """Return what confirming an uploaded workbook will write, with the first lines by name."""
    students = {str(one.pk): one for one in round_students(row.round)}
    mentors = {str(offer.staff_id): offer.staff.name for offer in offers(row.round)}
    before = set(Wish.objects.of(row.school_id).filter(round=row.round).values_list("student_id", flat=True))
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

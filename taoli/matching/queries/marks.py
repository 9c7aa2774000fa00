"""Mentors' part of a round: the own introduction, who wished for one, the marks; for the office who has done it."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, Coordination, MentorMark, MentorOffer, Wish
from taoli.matching.permissions import OFFER
from taoli.matching.queries.rounds import offers, round_students
from taoli.matching.queries.steps import is_now, step_of
from taoli.roster.models import Student

OPEN = gettext_lazy("leave open")


@dataclass(frozen=True, slots=True)
class Wisher:
    """A student who wished for the mentor, with the mark so far; never the rank."""

    student: Student
    mark: str
    asked: bool

    @property
    def choices(self) -> list[tuple[str, Any, bool]]:
        """Return value, word and whether it is chosen, for each of the two marks and none."""
        return [(value, word, value == self.mark) for value, word in (*MentorMark.Mark.choices, ("", OPEN))]


@dataclass(frozen=True, slots=True)
class Marking:
    """A mentor's page of marks."""

    open: bool
    closes: dt.datetime | None
    wishers: list[Wisher]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mentor for the officer of the round: seats against wishes."""

    offer: MentorOffer
    first: int
    wishes: int


def get_offer(actor: Actor, pk: uuid.UUID) -> MentorOffer:
    """Return a mentor's own part of a round, or any for the office; 404 otherwise."""
    rows = MentorOffer.objects.select_related("round", "round__term", "round__scheme", "staff", "staff__subject")
    found: MentorOffer | None = OFFER.within(rows, actor, "write").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def get_own_marks(actor: Actor, pk: uuid.UUID) -> MentorOffer:
    """Return the mentor's own part of a round, or any for the officer who runs it and types from paper; else 404.

    The list of who wished is a count of wishes, too, so the rest of the office does not see it.
    """
    offer = get_offer(actor, pk)
    if actor.person_id != offer.staff_id and not runs_it(actor, offer.round):
        raise Http404
    return offer


def marking_of(offer: MentorOffer) -> Marking:
    """Return who wished for the mentor, by class and number, while it is the mentors' turn."""
    choice = offer.round
    step = step_of(choice, "mentor_choice")
    turn = choice.state == ChoiceRound.State.OPEN and is_now(choice, "mentor_choice")
    if step is None or not turn:
        return Marking(open=False, closes=step.closes if step else None, wishers=[])
    of_mentor = {"round": choice, "mentor_id": offer.staff_id}
    wished = set(Wish.objects.of(offer.school_id).filter(**of_mentor).values_list("student_id", flat=True))
    rows = MentorMark.objects.of(offer.school_id).filter(**of_mentor)
    marks = dict(rows.values_list("student_id", "mark"))
    asked = set(Coordination.objects.of(offer.school_id).filter(**of_mentor).values_list("student_id", flat=True))
    students = [one for one in round_students(choice) if one.pk in wished]
    wishers = [Wisher(one, marks.get(one.pk, ""), one.pk in asked) for one in students]
    return Marking(open=True, closes=step.closes, wishers=wishers)


def marks_of(choice: ChoiceRound) -> dict[uuid.UUID, dict[str, str]]:
    """Return mentor → student → "first" or "fine", as the engine wants it."""
    found: dict[uuid.UUID, dict[str, str]] = defaultdict(dict)
    rows = MentorMark.objects.of(choice.school_id).filter(round=choice)
    for mentor, student, mark in rows.values_list("mentor_id", "student_id", "mark"):
        found[mentor][str(student)] = mark
    return dict(found)


def coordinations(choice: ChoiceRound) -> list[Coordination]:
    """Return what mentors asked the office, what is not settled first."""
    rows = Coordination.objects.of(choice.school_id).filter(round=choice)
    rows = rows.select_related("mentor", "student", "student__school_class")
    return sorted(rows, key=lambda row: (row.settled_at is not None, row.asked_at))


def get_coordination(actor: Actor, pk: uuid.UUID) -> Coordination:
    """Return what a mentor asked, for the office; 404 otherwise."""
    rows = Coordination.objects.of(actor.school_id).filter(pk=pk).select_related("round")
    found = rows.first() if OFFER.may(actor, "coordinate") else None
    if found is None:
        raise Http404
    return found


def wanted(choice: ChoiceRound) -> list[Wanted]:
    """Return seats against wishes of every mentor on offer, in the order of names: for the officer alone."""
    rows = Wish.objects.of(choice.school_id).filter(round=choice).values_list("mentor_id", "rank")
    every, first = Counter[uuid.UUID](), Counter[uuid.UUID]()
    for mentor, rank in rows:
        every[mentor] += 1
        first[mentor] += rank == 1
    return [Wanted(row, first[row.staff_id], every[row.staff_id]) for row in offers(choice) if not row.absent]


def runs_it(actor: Actor, choice: ChoiceRound) -> bool:
    """Say whether the actor is the officer who runs the round."""
    return actor.account_id is not None and choice.officer == actor.account_id and OFFER.may(actor, "coordinate")

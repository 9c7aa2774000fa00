"""Mentors from outside: what they reach, and what the school sees of them."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.neighbourhood.models import CompanionNote, CompanionPair
from taoli.neighbourhood.permissions import COMPANION, COMPANION_NOTE
from taoli.roster.models import SchoolClass, Staff, Student
from taoli.roster.phrases.fitness import unfit_sentence
from taoli.roster.queries.fitness import OUTSIDE, unfit, vetted_until

NOBODY = uuid.UUID(int=0)
SOON = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class CompanionRow:
    """A mentor from outside; `barred`: why no student may be given; `until`: the last day of the check, `over`: it is
    past, `soon`: it comes within a month.
    """

    staff: Staff
    pairs: Sequence[CompanionPair]
    barred: str
    until: dt.date | None
    over: bool
    soon: bool


def own_pairs(actor: Actor) -> QuerySet[CompanionPair]:
    """Return the pairings that run today, by the students' names."""
    rows: QuerySet[CompanionPair] = COMPANION.within(CompanionPair.objects.all(), actor, "own")
    return rows.select_related("student__school_class").order_by("student__sort_key", "id")


def get_own_pair(actor: Actor, pk: uuid.UUID) -> CompanionPair:
    """Return one pairing of the actor's that runs today; 404 otherwise."""
    found = own_pairs(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def companions(actor: Actor) -> list[CompanionRow]:
    """Return the school's mentors from outside with the students given to each, by name; three reads."""
    if not COMPANION.may(actor, "view"):
        return []
    school, today = actor.school_id, clock.today()
    people = list(_guests(school).order_by("sort_key", "number"))
    pairs: dict[uuid.UUID, list[CompanionPair]] = {}
    for pair in _running(school).select_related("student__school_class").order_by("student__sort_key", "id"):
        pairs.setdefault(pair.staff_id, []).append(pair)
    barred = unfit(school, today, [one.pk for one in people], beside=True)
    return [
        CompanionRow(
            staff=one,
            pairs=pairs.get(one.pk, []),
            barred=unfit_sentence(*barred[one.pk]) if one.pk in barred else "",
            until=(until := vetted_until(one)),
            over=until is not None and until < today,
            soon=until is not None and today <= until <= today + SOON,
        )
        for one in people
    ]


def checks_due(school_id: int) -> list[tuple[Staff, dt.date]]:
    """Return who of the mentors from outside has a check that ends within a month or ended in the last, and when."""
    today = clock.today()
    ends = ((one, vetted_until(one)) for one in _guests(school_id).order_by("number"))
    return [(one, day) for one, day in ends if day is not None and abs(day - today) <= SOON]


def get_companion(actor: Actor, pk: uuid.UUID) -> Staff:
    """Return one mentor from outside for the office; 404 for anybody else of the staff."""
    found = _guests(actor.school_id).filter(pk=pk).first() if COMPANION.may(actor, "edit") else None
    if found is None:
        raise Http404
    return found


def has_pair(actor: Actor, pk: uuid.UUID) -> bool:
    """Say whether a pairing is one the actor may end."""
    found: bool = COMPANION.within(CompanionPair.objects.filter(pk=pk), actor, "edit").exists()
    return found


def rooms(school_id: int) -> list[SchoolClass]:
    """Return the open classes, by grade and number."""
    rows = SchoolClass.objects.of(school_id).filter(closed_on=None)
    return list(rows.order_by("grade__order", "number", "id"))


def students_of(school_id: int, room: uuid.UUID | None) -> list[tuple[str, str]]:
    """Return the students of a class to choose from."""
    rows = Student.objects.of(school_id).filter(left_on=None, school_class_id=room)
    return [(str(pk), name) for pk, name in rows.order_by("sort_key", "id").values_list("pk", "name")]


def own_notes(actor: Actor, pair: CompanionPair) -> list[CompanionNote]:
    """Return what the actor wrote under an own pairing, the latest first."""
    rows: QuerySet[CompanionNote] = COMPANION_NOTE.within(CompanionNote.objects.filter(pair=pair), actor, "own")
    return list(rows.order_by("-held_on", "-written_at"))


def notes_seen(actor: Actor) -> list[CompanionNote]:
    """Return this year's notes of mentors from outside about students within reach, the latest first."""
    since = clock.today() - dt.timedelta(days=365)
    rows: QuerySet[CompanionNote] = COMPANION_NOTE.within(
        CompanionNote.objects.filter(held_on__gte=since), actor, "view"
    )
    related = Prefetch(
        "pair", CompanionPair.objects.of(actor.school_id).select_related("staff", "student__school_class")
    )
    return list(rows.prefetch_related(related).order_by("-held_on", "-written_at")[:200])


def _guests(school_id: int) -> "QuerySet[Staff]":
    rows: QuerySet[Staff] = Staff.objects.of(school_id).filter(kind__in=OUTSIDE, left_on=None)
    return rows


def _running(school_id: int) -> "QuerySet[CompanionPair]":
    lasting = Q(ends=None) | Q(ends__gte=clock.today())
    rows: QuerySet[CompanionPair] = CompanionPair.objects.of(school_id).filter(lasting, student__left_on=None)
    return rows

"""Who is on duty, and the school's numbers."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from taoli.accounts.models import Membership, RoleHeld
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.roster.models import SchoolNumbers, Staff, WatchTurn
from taoli.roster.queries.people import own_staff

AHEAD = dt.timedelta(days=45)
CARE_LINE = "12356"
COUNSELLING, MOST_COUNSELLORS = ("心理", "心理健康", "心理健康教育", "心理辅导"), 3
Post = WatchTurn.Post


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A turn as the plan shows it; `reached`: the person has an account with a role, so that an alarm reaches it."""

    turn: WatchTurn
    now: bool
    reached: bool


def turns_at(school_id: int, moment: dt.datetime) -> "QuerySet[WatchTurn]":
    """Return the turns that run at a moment, with their people."""
    rows = WatchTurn.objects.of(school_id).filter(starts__lte=moment, ends__gt=moment, withdrawn_at=None)
    return rows.filter(staff__left_on=None).select_related("staff").order_by("starts", "id")


def on_duty(school_id: int, moment: dt.datetime, *posts: str) -> list[Staff]:
    """Return who is on duty at a moment, in one of the posts or any, nobody twice."""
    rows = turns_at(school_id, moment)
    found = rows.filter(post__in=posts) if posts else rows
    return list({row.staff_id: row.staff for row in found}.values())


def own_turn(actor: Actor) -> WatchTurn | None:
    """Return the turn in which the actor is on duty just now, the one that ends last."""
    if actor.person_kind != Membership.Kind.STAFF or actor.person_id is None:
        return None
    return turns_at(actor.school_id, clock.now()).filter(staff_id=actor.person_id).order_by("-ends").first()


def plan(school_id: int) -> list[TurnLine]:
    """Return the turns of now and the coming weeks; three queries."""
    now = clock.now()
    rows = WatchTurn.objects.of(school_id).filter(ends__gt=now, starts__lt=now + AHEAD, withdrawn_at=None)
    turns = list(rows.select_related("staff").order_by("starts", "post", "id"))
    reached = reachable(school_id, {one.staff_id for one in turns})
    return [TurnLine(one, one.starts <= now, one.staff_id in reached) for one in turns]


def reachable(school_id: int, staff_ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Return those of the staff who have an account with a role of today: only they can open anything."""
    today = clock.today()
    held = RoleHeld.objects.filter(school_id=school_id, starts__lte=today).exclude(ends__lt=today)
    rows = Membership.objects.filter(
        school_id=school_id, person_kind=Membership.Kind.STAFF, person_id__in=list(staff_ids)
    )
    return set(rows.filter(account__in=held.values("account_id")).values_list("person_id", flat=True))


def numbers_of(school_id: int) -> SchoolNumbers:
    """Return the school's numbers; unsaved defaults where none have been entered."""
    rows = SchoolNumbers.objects.of(school_id).select_related("counsellor", "backup")
    return rows.first() or SchoolNumbers(school_id=school_id)


def counsellors(numbers: SchoolNumbers) -> list[uuid.UUID]:
    """Return the school's counsellors: whom it has named first, then whose subject on the roster is 心理."""
    rows = own_staff(numbers.school_id).filter(subject__name__in=COUNSELLING)
    found = list(rows.values_list("pk", flat=True)[:MOST_COUNSELLORS])
    return list(dict.fromkeys([*([numbers.counsellor_id] if numbers.counsellor_id else []), *found]))


def care_line(numbers: SchoolNumbers) -> str:
    """Return the number for worries, never empty."""
    return numbers.care_line or CARE_LINE


def staff_choices(school_id: int) -> list[tuple[str, str]]:
    """Return (id, name and number) of the present staff, in the order of names."""
    rows = own_staff(school_id)
    return [(str(pk), f"{name} {number}") for pk, name, number in rows.values_list("pk", "name", "number")]

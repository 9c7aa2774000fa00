"""Slips on paper: notices to whoever has no account, class by class, until they are printed."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation

from taoli.accounts.models import Membership
from taoli.common.policy import Actor
from taoli.notifications.models import Notice
from taoli.notifications.permissions import SLIP
from taoli.notifications.phrases import slip_to, staff_room
from taoli.notifications.queries.inbox import sentences
from taoli.roster.models import Guardianship, Staff, Student


@dataclass(frozen=True, slots=True)
class Slip:
    """A notice as a slip: class (or staff), to whom, and the sentence."""

    pk: uuid.UUID
    room: str
    to: str
    sentence: str


def waiting_slips(actor: Actor) -> list[Slip]:
    """Return what waits to be printed, by class and number in class, staff last; in Chinese, as papers are.

    What is on paper disturbs nobody at night: it may be printed as soon as it is in the outbox.
    """
    rows = waiting_notices(actor)
    students = _students(actor.school_id, rows)
    staff = dict(Staff.objects.of(actor.school_id).filter(pk__in=_ids(rows, "staff")).values_list("pk", "name"))
    with translation.override("zh-hans"):
        texts = sentences(actor.school_id, rows)
        slips = []
        for row, text in zip(rows, texts, strict=True):
            child = students.get(row.receiver_id)
            name = child.name if child else staff.get(row.receiver_id, "")
            room = child.school_class.name if child else staff_room()
            place = _place(child)
            slips.append((place, Slip(row.pk, room, slip_to(row.receiver_kind, name), text)))
    return [slip for _place_of, slip in sorted(slips, key=lambda one: one[0])]


def waiting_notices(actor: Actor) -> list[Notice]:
    """Return the notices of people without an account that nobody has printed yet; none for whoever may not print."""
    if not SLIP.may(actor, "print"):
        return []
    accounts = Membership.objects.filter(school_id=actor.school_id)
    having = set(accounts.values_list("person_kind", "person_id"))
    rows = Notice.objects.of(actor.school_id).filter(read_at=None).order_by("made_at", "id")
    return [row for row in rows if (row.receiver_kind, row.receiver_id) not in having]


def _ids(rows: list[Notice], *kinds: str) -> list[uuid.UUID]:
    return [row.receiver_id for row in rows if row.receiver_kind in kinds]


def _students(school_id: int, rows: list[Notice]) -> Mapping[uuid.UUID, Student]:
    """Student or guardian → the student by whose class the slip goes out."""
    guardians = _ids(rows, "guardian")
    ties = Guardianship.objects.of(school_id).filter(guardian_id__in=guardians).order_by("-id")
    children = dict(ties.values_list("guardian_id", "student_id"))
    wanted = {*_ids(rows, "student", "family"), *children.values()}
    found = {
        one.pk: one
        for one in Student.objects.of(school_id)
        .filter(pk__in=wanted)
        .select_related("school_class", "school_class__grade")
    }
    return found | {guardian: found[child] for guardian, child in children.items() if child in found}


def _place(child: Student | None) -> tuple[bool, int, int, int, str]:
    if child is None:
        return True, 0, 0, 0, ""
    room = child.school_class
    return False, room.grade.order, room.number, child.seat or 0, child.sort_key

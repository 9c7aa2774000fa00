"""Whom a case concerns: who decides at a level, who stands in for whom."""

import uuid
from collections.abc import Iterable

from django.db.models import Q

from taoli.care.models import Level
from taoli.common import clock
from taoli.common.policy import Role
from taoli.guidance.queries.adults import holders_of
from taoli.roster.models import SchoolClass, Staff, StaffLeave
from taoli.roster.queries.charges import ahead, spans
from taoli.roster.queries.people import own_staff


def away(school_id: int) -> dict[uuid.UUID, uuid.UUID | None]:
    """Return the staff who are away today → who stands in."""
    today = clock.today()
    rows = StaffLeave.objects.of(school_id).filter(Q(ends=None) | Q(ends__gte=today), starts__lte=today)
    return dict(rows.values_list("staff_id", "substitute_id"))


def standing_in(school_id: int, staff_ids: Iterable[uuid.UUID | None]) -> list[uuid.UUID]:
    """Return the staff, and in the place of whoever is away who stands in; those without a stand-in stay."""
    gone = away(school_id)
    found = [gone.get(pk) or pk for pk in staff_ids if pk is not None]
    return list(dict.fromkeys(found))


def deciders(school_id: int, level: str, room: SchoolClass) -> list[uuid.UUID]:
    """Return who decides about a case of the class at a level today: homeroom teacher or stand-in, grade leads, office
    and principal.
    """
    if level == Level.CLASS:
        today = clock.today()
        charges = [one for one in ahead(school_id, today) if one.school_class_id == room.pk]
        return standing_in(school_id, [spans(room, charges, today)[0].staff_id])
    if level == Level.GRADE:
        return standing_in(school_id, holders_of(school_id, Role.GRADE_LEAD, room.grade_id))
    roles = (Role.MORAL_OFFICE, Role.PRINCIPAL)
    return standing_in(school_id, [pk for role in roles for pk in holders_of(school_id, role)])


def present(school_id: int, staff_ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Keep of the staff those who have not left the school."""
    return set(Staff.objects.of(school_id).filter(pk__in=set(staff_ids), left_on=None).values_list("pk", flat=True))


def staff_choices(school_id: int) -> list[tuple[str, str]]:
    """Return (id, name and subject) of the present staff, in the order of names."""
    rows = own_staff(school_id)
    return [
        (str(pk), f"{name} · {subject}" if subject else name)
        for pk, name, subject in rows.values_list("pk", "name", "subject__name")
    ]

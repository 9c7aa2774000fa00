"""Who may be given students on a day: not who has left, nor who works with children without the school's check."""

import datetime as dt
import uuid
from collections.abc import Collection

from django.db.models import Q

from taoli.roster.models import Staff, StaffLeave

OUTSIDE = (Staff.Kind.SOCIAL, Staff.Kind.PARENT, Staff.Kind.ENTERPRISE)  # mentors from outside the school
VETTING_LASTS = dt.timedelta(days=365)  # renewed yearly: 未成年人保护法 62, security.md "People at the edges"


def unfit(
    school_id: int, on: dt.date, staff_ids: Collection[uuid.UUID] | None = None, *, beside: bool = False
) -> dict[uuid.UUID, tuple[str, str]]:
    """Return staff → (name, code) of those (of all) who may not be given students from the day on.

    Codes: left, leaves (before the day), outside, no_last_day (an intern without one), not_vetted, vetting_old.
    `beside`: given beside the own mentor, as to those from outside.
    """
    rows = Staff.objects.of(school_id)
    if staff_ids is not None:
        rows = rows.filter(pk__in=list(staff_ids))
    found = ((one, unfit_code(one, on, beside=beside)) for one in rows)
    return {one.pk: (one.name, code) for one, code in found if code}


def unfit_code(one: Staff, on: dt.date, *, beside: bool = False) -> str:
    """Return why somebody may not be given students from the day on, empty when nothing speaks against it."""
    if one.left_on is not None:
        return "left"
    if one.until is not None and one.until < on:
        return "leaves"
    if one.kind == Staff.Kind.TEACHER:
        return ""
    if one.kind in OUTSIDE and not beside:
        return "outside"
    if one.kind == Staff.Kind.ASSISTANT and one.until is None:
        return "no_last_day"
    if one.vetted_on is None:
        return "not_vetted"
    return "vetting_old" if one.vetted_on + VETTING_LASTS < on else ""


def vetted_until(one: Staff) -> dt.date | None:
    """Return the last day on which somebody's check (从业查询) is not older than a year; None: there is none."""
    return one.vetted_on and one.vetted_on + VETTING_LASTS


def away_on(school_id: int, on: dt.date) -> set[uuid.UUID]:
    """Return the staff who are on leave on a day."""
    rows = StaffLeave.objects.of(school_id).filter(Q(ends=None) | Q(ends__gte=on), starts__lte=on)
    return set(rows.values_list("staff_id", flat=True))

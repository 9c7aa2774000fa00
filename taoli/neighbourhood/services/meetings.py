"""The joint meeting: departments and meetings are written down."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.neighbourhood.models import JointDecision, JointMeeting, JointMember

NOBODY = uuid.UUID(int=0)
USUAL = ("卫生健康部门", "文明办", "妇联", "团委", "关工委")


def keep_member(*, by: Actor, department: str, person: str, phone: str, pk: uuid.UUID | None = None) -> JointMember:
    """Write a department or change it; TaoliError: it is on the list already."""
    if JointMember.objects.of(by.school_id).filter(department=department).exclude(pk=pk or NOBODY).exists():
        raise TaoliError(_("%(name)s is on the list already.") % {"name": department})
    with change(by=by, action="joint.member") as note:
        row = JointMember(school_id=by.school_id) if pk is None else JointMember.objects.of(by.school_id).get(pk=pk)
        row.department, row.person, row.phone = department, person, phone
        row.save()
        note.object_id = row.pk
    return row


def enter_usual(*, by: Actor) -> int:
    """Enter the departments that usually sit in it, those not there yet; returns how many."""
    known = set(JointMember.objects.of(by.school_id).values_list("department", flat=True))
    with change(by=by, action="joint.usual"):
        rows = [JointMember(school_id=by.school_id, department=one) for one in USUAL if one not in known]
        JointMember.objects.bulk_create(rows)
    return len(rows)


def drop_member(*, by: Actor, pk: uuid.UUID) -> None:
    """Take a department off the list; what was settled stays."""
    with change(by=by, action="joint.drop", object_id=pk):
        JointMember.objects.of(by.school_id).filter(pk=pk).delete()


def keep_meeting(
    *,
    by: Actor,
    facts: dict[str, Any],
    decisions: Sequence[tuple[str, str, dt.date]],
    pk: uuid.UUID | None = None,
    edit: int = 0,
) -> JointMeeting:
    """Write a meeting (theme, held_on, at, place) and what it settled; ConflictError: changed meanwhile."""
    with change(by=by, action="joint.meeting", decisions=len(decisions)) as note:
        row = JointMeeting(school_id=by.school_id)
        if pk is not None:
            row = JointMeeting.objects.of(by.school_id).select_for_update().get(pk=pk)
            if row.edit != edit:
                raise ConflictError(_("Somebody changed this meeting meanwhile. Please look at it again."))
        for name in ("theme", "held_on", "at", "place"):
            setattr(row, name, facts[name])
        row.edit += 1
        row.save()
        JointDecision.objects.of(by.school_id).filter(meeting=row).delete()
        JointDecision.objects.bulk_create(
            JointDecision(school_id=by.school_id, meeting=row, who=who, what=what, until=until, order=place)
            for place, (who, what, until) in enumerate(decisions)
        )
        note.object_id = row.pk
    return row

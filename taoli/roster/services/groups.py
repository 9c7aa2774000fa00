"""Forming groups anew: whoever changes group leaves the old one the day before."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import Group, GroupMember

CHUNK = 400
DAY = dt.timedelta(days=1)
LONGEST = 40


@dataclass(frozen=True, slots=True)
class NewGroup:
    """A group by its name, with its members."""

    name: str
    student_ids: tuple[uuid.UUID, ...]


def form_groups(
    *, by: Actor, kind: str, class_id: uuid.UUID | None, groups: Sequence[NewGroup], on: dt.date
) -> dict[str, int]:
    """Let students belong to these groups of a kind from a day on; returns how many groups, members come and gone.

    `class_id` None: groups across classes. A group of the same name goes on with its new members; the others of the
    class are closed. Whoever stays in a group stays without a break. TaoliError: a name or a student twice.
    """
    _refuse(groups)
    with change(by=by, action="group.form", object_id=class_id or "", kind=kind, on=on) as note:
        known = {one.name: one for one in Group.objects.of(by.school_id).filter(kind=kind, school_class_id=class_id)}
        rows = {one.name: known.get(one.name) or _fresh(by, kind, class_id, one.name) for one in groups}
        Group.objects.bulk_create([row for name, row in rows.items() if name not in known])
        goal = {student: rows[one.name].pk for one in groups for student in one.student_ids}
        stayed, gone = _end_others(by, kind, class_id, goal, on)
        fresh = [
            GroupMember(school_id=by.school_id, group_id=group, student_id=student, starts=on)
            for student, group in goal.items()
            if student not in stayed
        ]
        GroupMember.objects.bulk_create(fresh, batch_size=CHUNK)
        _open_and_close(by, kind, class_id, {row.pk for row in rows.values()}, on)
        note.data |= {"groups": len(rows), "come": len(fresh), "gone": gone}
    return {"groups": len(rows), "come": len(fresh), "gone": gone}


def name_group(*, by: Actor, group_id: uuid.UUID, name: str) -> Group:
    """Give a group a name of its own; TaoliError when it is empty, too long or another group's of the class."""
    text = name.strip()
    with change(by=by, action="group.name", object_id=group_id):
        row = Group.objects.of(by.school_id).select_for_update().get(pk=group_id)
        if not text or len(text) > LONGEST:
            raise TaoliError(_("Please give the group a name of %(most)s letters at most.") % {"most": LONGEST})
        same = Group.objects.of(by.school_id).filter(kind=row.kind, school_class_id=row.school_class_id, name=text)
        if same.exclude(pk=row.pk).exists():
            raise TaoliError(_("There is a group called %(name)s in the class already.") % {"name": text})
        row.name = text
        row.save(update_fields=["name"])
    return row


def _refuse(groups: Sequence[NewGroup]) -> None:
    twice = [name for name, count in Counter(one.name for one in groups).items() if count > 1]
    if twice:
        raise TaoliError(_("Two groups are called %(name)s.") % {"name": twice[0]})
    members = Counter(student for one in groups for student in one.student_ids)
    if any(count > 1 for count in members.values()):
        raise TaoliError(_("A student stands in two groups."))


def _fresh(by: Actor, kind: str, class_id: uuid.UUID | None, name: str) -> Group:
    return Group(school_id=by.school_id, kind=kind, school_class_id=class_id, name=name)


def _end_others(
    by: Actor, kind: str, class_id: uuid.UUID | None, goal: dict[uuid.UUID, uuid.UUID], on: dt.date
) -> tuple[set[uuid.UUID], int]:
    """End what no longer holds; a membership that would have begun only now has never been. Returns who stays."""
    inside = Q(student_id__in=list(goal))
    if class_id is not None:
        inside |= Q(group__school_class_id=class_id)
    live = GroupMember.objects.of(by.school_id).filter(Q(ends=None) | Q(ends__gte=on), inside, group__kind=kind)
    stayed: set[uuid.UUID] = set()
    over: list[GroupMember] = []
    for row in live:
        if goal.get(row.student_id) == row.group_id and row.student_id not in stayed:
            stayed.add(row.student_id)
        else:
            over.append(row)
    never = [row.pk for row in over if row.starts >= on]
    ended = [row.pk for row in over if row.starts < on]
    for start in range(0, len(never), CHUNK):
        GroupMember.objects.of(by.school_id).filter(pk__in=never[start : start + CHUNK]).delete()
    for start in range(0, len(ended), CHUNK):
        GroupMember.objects.of(by.school_id).filter(pk__in=ended[start : start + CHUNK]).update(ends=on - DAY)
    return stayed, len(over)


def _open_and_close(by: Actor, kind: str, class_id: uuid.UUID | None, kept: set[uuid.UUID], on: dt.date) -> None:
    rows = Group.objects.of(by.school_id).filter(kind=kind, school_class_id=class_id)
    rows.filter(pk__in=kept).update(closed_on=None)
    members = GroupMember.objects.of(by.school_id).filter(Q(ends=None) | Q(ends__gte=on))
    alive = members.filter(group__kind=kind).values_list("group_id", flat=True)
    rows.filter(closed_on=None).exclude(pk__in=kept).exclude(pk__in=set(alive)).update(closed_on=on)

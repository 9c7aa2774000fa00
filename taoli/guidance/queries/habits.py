"""What saves taps: the last time, the whole group, those who are seen every day."""

import datetime as dt
import json
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.duties.models import Act
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.phrases import ago, way_of
from taoli.guidance.queries.choices import Choice
from taoli.matching.queries.pairings import holding
from taoli.roster.models import AttentionMark, Group, GroupMember

SUBMITTED = GuidanceRecord.State.SUBMITTED
LOOK_BACK = dt.timedelta(days=120)
NEWEST = 200  # of one's own records
LATELY = dt.timedelta(minutes=10)


def groups_of(actor: Actor, student_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Return the study group of each student today; one query."""
    members = GroupMember.objects.of(actor.school_id).filter(holding(clock.today()), student_id__in=student_ids)
    found = members.filter(group__kind=Group.Kind.STUDY_GROUP).values_list("student_id", "group_id")
    return {student: group.hex for student, group in found}


def tiles_of(actor: Actor, offered: Iterable[Choice], chosen: Collection[str]) -> list[Choice]:
    """Return who is offered with what is chosen already and the group of each."""
    students = list(offered)
    groups = groups_of(actor, [one.pk for one in students])
    return [replace(one, chosen=str(one.pk) in chosen, group=groups.get(one.pk, "")) for one in students]


def last_times(actor: Actor, offered: Iterable[Choice], labels: Collection[str]) -> str:
    """Return what was done last as JSON: under "" my last record, under a student's id my last one with that student.

    Each has students, kind, topics, place, theme, and words for the button; nothing private. One query.
    """
    known = {one.pk for one in offered}
    rows = GuidanceRecord.objects.of(actor.school_id).filter(
        by_id=actor.person_id, state=SUBMITTED, made=True, held_on__gte=clock.today() - LOOK_BACK
    )
    newest = rows.select_related("student").order_by("-held_on", "-entered_at", "-id")
    together: dict[uuid.UUID, list[GuidanceRecord]] = {}
    for row in newest[:NEWEST]:
        together.setdefault(row.occasion, []).insert(0, row)
    found: dict[str, Any] = {}
    for same in together.values():
        if {row.student_id for row in same} <= known:
            found.setdefault("", _again(same, labels))
        for row in same:
            if row.student_id in known:
                found.setdefault(str(row.student_id), _again([row], labels))
    return json.dumps(found, ensure_ascii=False)


def _again(rows: Sequence[GuidanceRecord], labels: Collection[str]) -> dict[str, Any]:
    first = rows[0]
    way = way_of(first.kind, first.channel)
    topics = [label for label in first.guidances if label in labels]
    names = [row.student.name for row in rows]
    return {
        "students": [str(row.student_id) for row in rows],
        "kind": way.key,
        "topics": topics,
        "place": first.place,
        "theme": first.theme if way.themed else "",
        "who": _("%(name)s and %(n)s others") % {"name": names[0], "n": len(names) - 1} if names[1:] else names[0],
        "words": " · ".join([str(way.label), *topics]),
        "when": ago(first.held_on, clock.today()),
    }


@dataclass(frozen=True, slots=True)
class Daily:
    """A student whom the mentor sees every day, and whether that is noted for today."""

    pk: uuid.UUID
    name: str
    done: bool


def daily_students(actor: Actor, mine: Sequence[Choice]) -> list[Daily]:
    """Return those of my students who are marked for attention today; two queries, for their mentor only."""
    today = clock.today()
    lasting = Q(starts__lte=today) & (Q(ends=None) | Q(ends__gte=today))
    marks = AttentionMark.objects.of(actor.school_id).filter(lasting, student_id__in=[one.pk for one in mine])
    marked = set(marks.values_list("student_id", flat=True))
    if not marked:
        return []
    seen = Act.objects.of(actor.school_id).filter(
        student_id__in=marked, held_on=today, made=True, channel="face_to_face", mentor_id=actor.person_id
    )
    done = set(seen.values_list("student_id", flat=True))
    return [Daily(one.pk, one.name, one.pk in done) for one in mine if one.pk in marked]


def just_alike(actor: Actor, student_ids: Collection[uuid.UUID], attempt: uuid.UUID | None, **said: Any) -> str:
    """Return the time of day at which the actor noted the very same a moment ago, as in another window, or "".

    `attempt`: the operation id of this form; the same form again is no second record, but the answer to the first.
    """
    topics = list(said.pop("guidances"))
    rows = GuidanceRecord.objects.of(actor.school_id).filter(
        by_id=actor.person_id, state=SUBMITTED, entered_at__gt=clock.now() - LATELY, **said
    )
    together: dict[uuid.UUID, set[uuid.UUID]] = {}
    times: dict[uuid.UUID, dt.datetime] = {}
    for row in rows:
        if row.guidances == topics:
            together.setdefault(row.occasion, set()).add(row.student_id)
            times[row.occasion] = row.entered_at
    if attempt in together:
        return ""
    same = [times[occasion] for occasion, students in together.items() if students == set(student_ids)]
    return f"{timezone.localtime(max(same)):%H:%M}" if same else ""

"""Several conferences at once as they are printed and signed: agenda and minutes, nothing only for the chair."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from taoli.care.models import Attendance, Conference, ConferenceAction, ConferenceItem
from taoli.care.permissions.conferences import CONFERENCE
from taoli.care.queries.conferences import title_of
from taoli.care.queries.meetings import Source
from taoli.care.queries.own import me
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.guidance.phrases import joined
from taoli.roster.models import Staff

Kind = Conference.Kind


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who does what by when; `student` empty: about nobody in particular."""

    student: str
    text: str
    owner: str
    due_on: dt.date


@dataclass(frozen=True, slots=True)
class Matter:
    """One line: whom or what it is about, what may lie on the table, and the decision if it was spoken of."""

    about: str
    room: str
    text: str
    decision: str
    discussed: bool


@dataclass(slots=True)
class Protocol:
    """A conference on paper; `members` in the order of names, with whether each came."""

    row: Conference
    title: str
    matters: list[Matter] = field(default_factory=list)
    agreed: list[Agreed] = field(default_factory=list)
    members: list[tuple[Staff, str]] = field(default_factory=list)

    def names(self, *states: str) -> str:
        """Return the members of these states as one list."""
        return joined([staff.name for staff, state in self.members if state in states])


def expected(actor: Actor, ids: Collection[uuid.UUID]) -> list[Protocol]:
    """Return the named conferences that the actor runs, with who is expected only; two queries."""
    return _with_members(actor, _found(actor, ids))


def protocols(actor: Actor, ids: Collection[uuid.UUID], kinds: Collection[str], page: str) -> list[Protocol]:
    """Return the named conferences of these kinds that the actor runs, the readings logged first; four queries."""
    found = _with_members(actor, [one for one in _found(actor, ids) if one.row.kind in kinds])
    of_conference = {one.row.pk: one for one in found}
    items = _items(actor, of_conference)
    others = [one.pk for one in items if one.student and one.student.mentor_id != me(actor)]
    log_view(actor, "care.item", others, page=page)
    log_view(actor, "care.conference", [one.row.pk for one in found if one.row.summary], page=page)
    for item in items:
        of_conference[item.conference_id].matters.append(_matter(item))
    for action in _actions(actor, of_conference):
        of_conference[action.conference_id].agreed.append(_agreed(action))
    return found


def agreed_about(
    actor: Actor, students: Collection[uuid.UUID], starts: dt.date, ends: dt.date
) -> dict[uuid.UUID, list[Agreed]]:
    """Return student → what the class conferences of these days, run by the actor, agreed about them; one query."""
    held = Conference.objects.filter(kind=Kind.CLASS, state=Conference.State.HELD, held_on__range=(starts, ends))
    rows = _agreements(actor, CONFERENCE.within(held, actor, "manage").values("pk"))
    found: dict[uuid.UUID, list[Agreed]] = defaultdict(list)
    for row in rows.filter(student_id__in=list(students)):
        if row.student_id is not None:
            found[row.student_id].append(_agreed(row))
    return found


def _found(actor: Actor, ids: Collection[uuid.UUID]) -> list[Protocol]:
    rows = CONFERENCE.within(Conference.objects.filter(pk__in=list(ids)), actor, "manage").exclude(kind=Kind.BULLYING)
    rows = rows.select_related("school_class", "grade", "student", "chair").order_by("held_on", "id")
    return [Protocol(one, title_of(one)) for one in rows]


def _with_members(actor: Actor, found: list[Protocol]) -> list[Protocol]:
    of_conference: dict[uuid.UUID, list[tuple[Staff, str]]] = defaultdict(list)
    rows = Attendance.objects.of(actor.school_id).filter(conference_id__in=[one.row.pk for one in found])
    in_order = rows.select_related("staff__subject").order_by("staff__sort_key", "staff__number", "id")
    for row in in_order:
        of_conference[row.conference_id].append((row.staff, row.state))
    for one in found:
        one.members = of_conference[one.row.pk]
    return found


def _items(actor: Actor, found: Collection[uuid.UUID]) -> Iterable[ConferenceItem]:
    rows = ConferenceItem.objects.of(actor.school_id).filter(conference_id__in=list(found))
    return list(rows.select_related("student__school_class").order_by("position", "id"))


def _actions(actor: Actor, found: Collection[uuid.UUID]) -> Iterable[ConferenceAction]:
    return _agreements(actor, list(found))


def _agreements(actor: Actor, conferences: Any) -> QuerySet[ConferenceAction]:
    rows = ConferenceAction.objects.of(actor.school_id).filter(conference_id__in=conferences, dropped_at=None)
    return rows.select_related("owner", "student").order_by("due_on", "id")


def _matter(one: ConferenceItem) -> Matter:
    """`guarded`, and why a student is on the agenda, are left out: the paper lies on the table."""
    student, by_hand = one.student, one.source == Source.ADDED
    label = one.text if by_hand else str(Source(one.source).label)
    return Matter(
        about=student.name if student else label,
        room=student.school_class.name if student else "",
        text="" if by_hand and not student else one.text,
        decision=one.decision,
        discussed=one.discussed,
    )


def _agreed(one: ConferenceAction) -> Agreed:
    return Agreed(one.student.name if one.student else "", one.text, one.owner.name, one.due_on)

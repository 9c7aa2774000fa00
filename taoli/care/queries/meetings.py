"""What stands on the pages of one conference: lines, words of absent mentors, actions."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from taoli.care.models import AbsentLine, Conference, ConferenceAction, ConferenceItem
from taoli.care.queries.conferences import reads_all
from taoli.care.queries.own import me
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.guidance.phrases import short_date
from taoli.roster.models import Student
from taoli.roster.permissions import STUDENT

Source = ConferenceItem.Source
HARMLESS = frozenset({Source.ACTION, Source.UNREACHED, Source.NOTED, Source.ADDED, Source.GOOD})
FOR_ALL = frozenset({Source.ACTION, Source.ADDED})  # lines about nobody that every member reads
SEALED = ("case__reason", "case__proposed", "case__outcome")
MINUTES, LAST = 40, 1


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action in a list."""

    pk: uuid.UUID
    text: str
    owner: str
    student: str
    due: str
    due_on: dt.date
    done_on: dt.date | None
    outcome: str
    conference: str = ""

    @property
    def soon(self) -> bool:
        """Whether its day has come and it is not settled."""
        return self.done_on is None and self.due_on <= clock.today()


@dataclass(slots=True)
class ItemRow:
    """One line of the agenda as its reader may see it."""

    pk: uuid.UUID
    number: int
    source: str
    label: str
    safe_label: str
    student_id: uuid.UUID | None
    student: str
    room: str
    case_id: uuid.UUID | None
    case_edit: int
    case_level: str
    text: str
    guarded: str
    discussed: bool
    decision: str
    edit: int
    lines: list[tuple[str, str]] = field(default_factory=list)
    actions: list[ActionRow] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The student's name, or what it is about."""
        return self.student or self.label


def items_of(actor: Actor, conference: Conference, page: str) -> list[ItemRow]:
    """Return the lines the actor may read: all, or those about students within reach; readings are logged first."""
    rows = ConferenceItem.objects.of(conference.school_id).filter(conference_id=conference.pk)
    found = list(rows.select_related("student__school_class", "case").defer(*SEALED).order_by("position", "id"))
    if not reads_all(actor, conference):
        known = STUDENT.within(Student.objects.filter(pk__in=[one.student_id for one in found]), actor, "view")
        near = set(known.values_list("pk", flat=True))
        found = [one for one in found if one.student_id in near or (not one.student_id and one.source in FOR_ALL)]
    others = [one for one in found if one.student and one.student.mentor_id != me(actor)]
    log_view(actor, "care.item", [one.pk for one in others], page=page)
    said, done = _said(conference), _actions(conference)
    return [_item(place, one, said, done) for place, one in enumerate(found, 1)]


def _item(
    number: int,
    one: ConferenceItem,
    said: dict[uuid.UUID, list[tuple[str, str]]],
    done: dict[uuid.UUID | None, list[ActionRow]],
) -> ItemRow:
    label = str(Source(one.source).label)
    student = one.student
    return ItemRow(
        pk=one.pk,
        number=number,
        source=one.source,
        label=label,
        safe_label=label if one.source in HARMLESS else "",
        student_id=one.student_id,
        student=student.name if student else "",
        room=student.school_class.name if student else "",
        case_id=one.case_id,
        case_edit=one.case.edit if one.case else 0,
        case_level=one.case.level if one.case else "",
        text=one.text,
        guarded=one.guarded,
        discussed=one.discussed,
        decision=one.decision,
        edit=one.edit,
        lines=said.get(one.student_id, []) if one.student_id else [],
        actions=done.get(one.student_id, []) if one.student_id else [],
    )


def _said(conference: Conference) -> dict[uuid.UUID, list[tuple[str, str]]]:
    rows = AbsentLine.objects.of(conference.school_id).filter(conference_id=conference.pk).select_related("staff")
    found: dict[uuid.UUID, list[tuple[str, str]]] = defaultdict(list)
    for row in rows.order_by("sent_at", "id"):
        found[row.student_id].append((row.staff.name, row.text))
    return found


def _actions(conference: Conference) -> dict[uuid.UUID | None, list[ActionRow]]:
    found: dict[uuid.UUID | None, list[ActionRow]] = defaultdict(list)
    for one in actions_of(conference):
        found[one.student_id].append(action_row(one))
    return found


def actions_of(conference: Conference) -> "QuerySet[ConferenceAction]":
    """Return what a conference has agreed, in order."""
    rows: QuerySet[ConferenceAction] = ConferenceAction.objects.of(conference.school_id).filter(
        conference_id=conference.pk, dropped_at=None
    )
    return rows.select_related("owner", "student").order_by("due_on", "id")


def action_row(one: ConferenceAction, conference: str = "") -> ActionRow:
    """Return an action for a list."""
    return ActionRow(
        pk=one.pk,
        text=one.text,
        owner=one.owner.name,
        student=one.student.name if one.student else "",
        due=short_date(one.due_on),
        due_on=one.due_on,
        done_on=one.done_on,
        outcome=one.outcome,
        conference=conference,
    )


def minutes_each(items: Sequence[ItemRow]) -> int:
    """Return how many of 40 minutes each line has."""
    return max(MINUTES // max(len(items), 1), LAST)


def ends_at(conference: Conference) -> str:
    """Return when 40 minutes are over, for the clock of the page; "" before the beginning."""
    begun = conference.begun_at
    return (begun + dt.timedelta(minutes=MINUTES)).isoformat() if begun else ""

"""A person's own notices in words, and how many are new."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, QuerySet, Value
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.notifications.models import Notice, Quiet
from taoli.notifications.permissions import NOTICE
from taoli.notifications.phrases import KINDS, safety_kinds, sentence_of
from taoli.roster.models import Staff, Student

INBOX = "inbox"
NEWEST = 100
QUIET = -1  # in place of a number: this kind is quietened


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as it is read."""

    pk: uuid.UUID
    sentence: str
    at: dt.datetime | None
    new: bool
    link: str


def person_of(actor: Actor) -> uuid.UUID:
    """Return the person who acts; 404 for the server's keeper, who has no notices."""
    if actor.person_id is None:
        raise Http404
    return actor.person_id


def own_notices(actor: Actor) -> "QuerySet[Notice]":
    """Return what has come for the actor by now, newest first."""
    rows = Notice.objects.filter(due_at__lte=clock.now(), kind__in=list(KINDS))
    return NOTICE.within(rows, actor, "view").order_by("-due_at", "-id")


def inbox_of(actor: Actor) -> list[Line]:
    """Return the actor's newest notices in words."""
    rows = list(own_notices(actor)[:NEWEST])
    return [
        Line(row.pk, text, row.due_at, row.read_at is None, row.link)
        for row, text in zip(rows, sentences(actor.school_id, rows), strict=True)
    ]


def unread(actor: Actor) -> int:
    """Return how many notices are new, without those of kinds the actor has quietened."""
    if actor.person_id is None:
        return 0
    waiting = NOTICE.within(Notice.objects.filter(due_at__lte=clock.now(), read_at=None), actor, "view")
    counted = waiting.order_by().values_list("kind", Count("pk"))
    quietened = Quiet.objects.of(actor.school_id).filter(person_id=actor.person_id, channel=INBOX).order_by()
    rows = list(counted.union(quietened.values_list("kind", Value(QUIET, IntegerField())), all=True))
    quiet = {kind for kind, number in rows if number == QUIET}
    silent = (set(KINDS) if "" in quiet else quiet) - set(safety_kinds())
    return sum(number for kind, number in rows if number != QUIET and kind in KINDS and kind not in silent)


def get_notice(actor: Actor, pk: uuid.UUID) -> Notice:
    """Return one notice of the actor's; 404 for anybody else's."""
    found = own_notices(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def quiet_of(actor: Actor, channel: str) -> list[str]:
    """Return the kinds the actor has quietened on a channel; an empty one stands for the whole channel."""
    rows = Quiet.objects.of(actor.school_id).filter(person_id=person_of(actor), channel=channel)
    return list(rows.values_list("kind", flat=True))


def sentences(school_id: int, notices: Iterable[Notice]) -> list[str]:
    """Return the sentence of each notice; names are looked up now, two queries for all."""
    rows = list(notices)
    staff = _names(school_id, (row.params.get("mentor") for row in rows))
    wanted = [*(row.params.get("student") for row in rows), *(one for row in rows for one in _students(row))]
    students = _children(school_id, wanted)
    return [sentence_of(row.kind, _values(row, staff, students)) for row in rows]


def _students(row: Notice) -> list[str]:
    found: list[str] = row.params.get("student_ids", [])
    return found


def _values(row: Notice, staff: dict[str, str], students: dict[str, Student]) -> dict[str, Any]:
    values = dict(row.params)
    if "mentor" in values:
        values["mentor"] = staff.get(values["mentor"], "")
    if "student" in values:
        values["student"] = students[values["student"]].name if values["student"] in students else ""
    if "student_ids" in values:
        values["students"] = _by_class([students[one] for one in values["student_ids"] if one in students])
    return values


def _by_class(students: list[Student]) -> str:
    """高一(1)班 林子涵、周一诺；高一(2)班 赵思源."""
    rooms: dict[str, list[str]] = {}
    for one in students:
        rooms.setdefault(one.school_class.name, []).append(one.name)
    return "；".join(f"{room} {'、'.join(names)}" for room, names in rooms.items())


def _names(school_id: int, ids: Iterable[str | None]) -> dict[str, str]:
    wanted = {one for one in ids if one}
    if not wanted:
        return {}
    rows = Staff.objects.of(school_id).filter(pk__in=wanted).values_list("pk", "name")
    return {str(pk): name for pk, name in rows}


def _children(school_id: int, ids: Iterable[str | None]) -> dict[str, Student]:
    wanted = {one for one in ids if one}
    if not wanted:
        return {}
    rows = Student.objects.of(school_id).filter(pk__in=wanted).select_related("school_class")
    return {str(one.pk): one for one in rows}

"""Alarms of students: as the student sees them, as an adult who was rung sees them."""

import uuid
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.guidance.models import UnsafeAlarm, UnsafeRing
from taoli.guidance.permissions import UNSAFE
from taoli.guidance.phrases import talks as words
from taoli.roster.models import Guardianship, Staff
from taoli.roster.queries.students import guardians_of
from taoli.roster.queries.watch import on_duty

State = UnsafeAlarm.State
# Channels that make no telephone ring: a list one must open, and a slip of paper.
SILENT = frozenset({"inbox", "paper"})
SHOWN = 30


@dataclass(frozen=True, slots=True)
class OwnAlarm:
    """What the student is told: is somebody coming, who is being called, can anybody be reached at all."""

    pk: uuid.UUID
    coming: str
    calling: str
    loud: bool


def open_alarm(actor: Actor) -> UnsafeAlarm | None:
    """Return the acting student's alarm that is not closed."""
    rows = UNSAFE.within(UnsafeAlarm.objects.exclude(state=State.CLOSED), actor, "press")
    found: UnsafeAlarm | None = rows.select_related("answered_by").first()
    return found


def own_alarm(actor: Actor) -> OwnAlarm | None:
    """Return what the acting student is told of the open alarm; honest about whom it can reach."""
    row = open_alarm(actor)
    if row is None:
        return None
    if row.answered_by is not None:
        return OwnAlarm(row.pk, words.coming_words(row.answered_by.name), "", loud=True)
    rings = UnsafeRing.objects.of(actor.school_id).filter(alarm=row).select_related("staff").order_by("at", "id")
    heard: dict[str, bool] = {}
    for ring in rings:
        loud = any(channel not in SILENT for channel in ring.channels)
        heard[ring.staff.name] = heard.get(ring.staff.name, False) or loud
    hearing = [name for name, rings_out in heard.items() if rings_out]
    if hearing:
        return OwnAlarm(row.pk, "", words.ringing_words(hearing), loud=True)
    seeing = [ring.staff.name for ring in rings if "inbox" in ring.channels]
    return OwnAlarm(row.pk, "", words.quiet_words(seeing) if seeing else words.nobody_words(), loud=False)


@dataclass(frozen=True, slots=True)
class RungLine:
    """An alarm in the list of an adult who was rung."""

    pk: uuid.UUID
    name: str
    room: str
    when: str
    state: str
    words: str


def my_alarms(actor: Actor) -> list[RungLine]:
    """Return the alarms for which the actor was rung or follows up, the newest first; one query."""
    rows = _mine(actor).order_by("-pressed_at", "-id")[:SHOWN]
    return [
        RungLine(
            row.pk,
            row.student.name,
            row.student.school_class.name,
            words.moment_words(row.pressed_at),
            row.state,
            row.get_state_display(),
        )
        for row in rows
    ]


def ringing_for_me(actor: Actor) -> bool:
    """Say whether an alarm rings for the actor just now."""
    return UNSAFE.may(actor, "answer") and _mine(actor).filter(state=State.RINGING).exists()


def _mine(actor: Actor) -> "QuerySet[UnsafeAlarm]":
    found: QuerySet[UnsafeAlarm] = UNSAFE.within(UnsafeAlarm.objects.all(), actor, "answer").select_related(
        "student__school_class", "student__mentor", "answered_by", "closed_by", "follow_up"
    )
    return found


def get_alarm(actor: Actor, pk: uuid.UUID) -> UnsafeAlarm:
    """Return an alarm for which the actor was rung; 404 otherwise."""
    found = _mine(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class AlarmView:
    """All that whoever goes to the student needs."""

    alarm: UnsafeAlarm
    guardians: list[Guardianship]
    rings: list[UnsafeRing]
    staff: list[Staff]


def alarm_view(actor: Actor, pk: uuid.UUID) -> AlarmView:
    """Return an alarm with the guardians' numbers and every attempt so far; the reading is logged first."""
    alarm = get_alarm(actor, pk)
    log_view(actor, "guidance.unsafe", [pk], page="guidance:unsafe_show")
    rings = UnsafeRing.objects.of(actor.school_id).filter(alarm=alarm).select_related("staff").order_by("at", "rank")
    guardians = guardians_of(actor.school_id, [alarm.student_id]).get(alarm.student_id, [])
    return AlarmView(alarm, guardians, list(rings), _followers(actor, alarm))


def _followers(actor: Actor, alarm: UnsafeAlarm) -> list[Staff]:
    """Who may be named to follow up: mentor, homeroom teacher, whoever answers, those on duty."""
    room = alarm.student.school_class
    ids = [alarm.student.mentor_id, room.homeroom_teacher_id, alarm.answered_by_id, actor.person_id]
    ids += [one.pk for one in on_duty(actor.school_id, alarm.pressed_at)]
    known = Staff.objects.of(actor.school_id).filter(left_on=None).in_bulk([pk for pk in ids if pk])
    return [known[pk] for pk in dict.fromkeys(ids) if pk in known]

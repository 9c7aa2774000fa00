"""Wishes to talk, read by the student and by the adult asked; nobody else has a way to them."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.engine.calendar import SATURDAY
from taoli.guidance.models import TalkAsk
from taoli.guidance.permissions import TALK
from taoli.guidance.phrases import talks as words
from taoli.notifications.queries.hours import hours_of
from taoli.roster.models import Student

NOON = dt.time(12)
DAY = dt.timedelta(days=1)
SHOWN = dt.timedelta(days=60)
State = TalkAsk.State
OPEN = (State.WAITING, State.READ)


@dataclass(frozen=True, slots=True)
class OwnTalk:
    """The student's latest wish: who, how it stands in words, whether it may be taken back."""

    pk: uuid.UUID
    adult: str
    sentences: list[str]
    may_take_back: bool
    silent: bool
    answered: bool


def next_noon(school_id: int, after: dt.datetime) -> dt.datetime:
    """Return noon of the next school day; of the next weekday where no further school day is known."""
    day = timezone.localtime(after).date() + DAY
    known = hours_of(school_id).calendar
    last = max((term.ends for term in known.terms), default=day)
    while day <= last:
        if known.is_taught(day) and any(term.starts <= day <= term.ends for term in known.terms):
            return _noon(day)
        day += DAY
    day = timezone.localtime(after).date() + DAY
    while day.weekday() >= SATURDAY:
        day += DAY
    return _noon(day)


def _noon(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, NOON))


def own_student(actor: Actor) -> Student:
    """Return the student who acts, with class and mentor; 404 for anybody who is none."""
    if actor.person_id is None or not TALK.may(actor, "ask"):
        raise Http404
    rows = Student.objects.of(actor.school_id).filter(pk=actor.person_id, left_on=None)
    found = rows.select_related("school_class__grade", "mentor").first()
    if found is None:
        raise Http404
    return found


def own_talk(actor: Actor) -> OwnTalk | None:
    """Return the actor's latest wish that is neither taken back nor sent to somebody else instead."""
    rows = TALK.within(TalkAsk.objects.filter(asked_at__gte=clock.now() - SHOWN), actor, "ask")
    left = rows.exclude(state__in=[State.TAKEN_BACK, State.MOVED])
    row: TalkAsk | None = left.select_related("adult", "passed_to").order_by("-asked_at", "-id").first()
    return _seen(row) if row else None


def _seen(row: TalkAsk) -> OwnTalk:
    reminded, name = row.reminded_at is not None, row.adult.name
    if row.state == State.ANSWERED:
        sentences = [words.answered_words(name if row.passed_to is None else _who(row), row.answer)]
    elif row.read_at is not None:
        sentences = [words.read_words(name, row.read_at, reminded=reminded)]
    else:
        sentences = [words.waiting_words(name, row.due_at, reminded=reminded)]
    if row.passed_to is not None and row.state != State.ANSWERED:
        sentences.append(words.passed_words(row.passed_to.name))
    open_ = row.state in OPEN
    return OwnTalk(row.pk, words.teacher(name), sentences, row.state == State.WAITING, open_ and reminded, not open_)


def _who(row: TalkAsk) -> str:
    """The answer of a wish that was passed on may be of either; the one asked second stands for both."""
    return row.passed_to.name if row.passed_to is not None else row.adult.name


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A wish as the adult sees it in the own list."""

    pk: uuid.UUID
    name: str
    room: str
    when: str
    state: str
    fresh: bool


def asked_of_me(actor: Actor) -> list[AskedLine]:
    """Return the wishes sent to the actor in the last weeks, the newest first; one query."""
    rows = _mine(actor).filter(asked_at__gte=clock.now() - SHOWN).order_by("-asked_at", "-id")
    return [
        AskedLine(
            row.pk,
            row.student.name,
            row.student.school_class.name,
            words.moment_words(row.asked_at),
            row.state,
            row.state in OPEN,
        )
        for row in rows
    ]


def waiting_for_me(actor: Actor) -> int:
    """Return how many wishes the actor has not answered."""
    if not TALK.may(actor, "answer"):
        return 0
    return _mine(actor).filter(state__in=OPEN).order_by().count()


def get_asked(actor: Actor, pk: uuid.UUID) -> TalkAsk:
    """Return a wish that was sent to the actor; 404 for anybody else's, as if there were none."""
    found = _mine(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _mine(actor: Actor) -> "QuerySet[TalkAsk]":
    rows = TalkAsk.objects.exclude(state__in=[State.TAKEN_BACK, State.MOVED])
    found: QuerySet[TalkAsk] = TALK.within(rows, actor, "answer").select_related("student__school_class", "adult")
    return found

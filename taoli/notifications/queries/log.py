"""送达情况: what left, what did not and why; counts and reasons, never a content."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.notifications.models import Delivery, Notice, NoticeMessage
from taoli.notifications.permissions import DELIVERY
from taoli.notifications.phrases import CHANNELS, KINDS, hidden_kinds, reason_words, state_words
from taoli.roster.models import Guardian, Staff, Student

BACK = dt.timedelta(days=30)
NEWEST = 100
State = NoticeMessage.State
WRONG = (State.FAILED, State.UNCLEAR)


@dataclass(frozen=True, slots=True)
class ChannelCount:
    """A channel and how many messages stand where."""

    label: str
    waiting: int
    sent: int
    failed: int
    unclear: int
    dropped: int


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A message that did not leave, or nobody knows whether it did."""

    pk: uuid.UUID
    name: str
    label: str
    at: dt.datetime
    tries: int
    reason: str
    state: str
    word: str


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind of notice and how many receivers were told by which way."""

    label: str
    notices: int
    read: int
    outside: int


def channel_counts(actor: Actor) -> list[ChannelCount]:
    """Return the messages of thirty days by channel; one query."""
    rows = _messages(actor).order_by().values("channel", "state").annotate(n=Count("pk"))
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row["channel"], {})[row["state"]] = row["n"]
    return [
        ChannelCount(
            label=str(CHANNELS[code]),
            waiting=counts.get(State.WAITING, 0) + counts.get(State.SENDING, 0),
            sent=counts.get(State.SENT, 0),
            failed=counts.get(State.FAILED, 0),
            unclear=counts.get(State.UNCLEAR, 0),
            dropped=counts.get(State.DROPPED, 0),
        )
        for code, counts in sorted(found.items(), key=lambda one: list(CHANNELS).index(one[0]))
    ]


def wrong_lines(actor: Actor) -> list[WrongLine]:
    """Return what did not leave, newest first, with the receiver and the reason; four queries."""
    rows = list(_messages(actor).filter(state__in=WRONG).order_by("-settled_at", "-id")[:NEWEST])
    names = _names(actor.school_id, rows)
    return [
        WrongLine(
            pk=row.pk,
            name=names.get(row.person_id, "–"),
            label=str(CHANNELS[row.channel]),
            at=row.settled_at or row.made_at,
            tries=row.tries,
            reason=reason_words(row.reason),
            state=row.state,
            word=state_words(row.state),
        )
        for row in rows
    ]


def kind_counts(actor: Actor) -> list[KindCount]:
    """Return the notices of thirty days by kind: how many, read, told outside; none of a private kind; two queries."""
    notices = Notice.objects.of(actor.school_id).filter(made_at__gte=clock.now() - BACK).order_by()
    if not DELIVERY.may(actor, "view"):
        return []
    counted = notices.values("kind").annotate(n=Count("pk"), read=Count("read_at"))
    outside = (
        notices.filter(deliveries__message__state=State.SENT).values("kind").annotate(n=Count("pk", distinct=True))
    )
    told = {row["kind"]: row["n"] for row in outside}
    return [
        KindCount(str(KINDS[row["kind"]].label), row["n"], row["read"], told.get(row["kind"], 0))
        for row in sorted(counted, key=lambda row: str(row["kind"]))
        if row["kind"] in KINDS and not KINDS[row["kind"]].private
    ]


def _messages(actor: Actor) -> "QuerySet[NoticeMessage]":
    rows = DELIVERY.within(NoticeMessage.objects.all(), actor, "view")
    hidden = Delivery.objects.of(actor.school_id).filter(notice__kind__in=hidden_kinds()).exclude(message=None)
    return rows.filter(made_at__gte=clock.now() - BACK).exclude(pk__in=hidden.values("message_id"))


def _names(school_id: int, rows: list[NoticeMessage]) -> dict[uuid.UUID, str]:
    found: dict[uuid.UUID, str] = {}
    for kind, model in (("staff", Staff), ("student", Student), ("guardian", Guardian)):
        wanted = [row.person_id for row in rows if row.person_kind == kind]
        if wanted:
            found |= dict(model.objects.of(school_id).filter(pk__in=wanted).values_list("pk", "name"))
    return found

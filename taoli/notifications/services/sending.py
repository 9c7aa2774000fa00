"""Messages leave: claimed in one short transaction, sent in none, settled in another (decision 0019)."""

import datetime as dt
import random
import uuid
from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.sealed import seal
from taoli.common.unit import change, unit_of_work
from taoli.notifications.channels import OUTSIDE, RefusedError, Setup, Trouble
from taoli.notifications.models import Delivery, DeliveryTry, NoticeChannel, NoticeHabit, NoticeMessage
from taoli.notifications.phrases import Outgoing, outgoing
from taoli.notifications.queries.channels import addresses, channels_on, opened, place_of_secret
from taoli.notifications.queries.hours import hours_of

State = NoticeMessage.State
# Minutes until the next try, each made longer or shorter by a quarter; after the last the office sees why.
BACKOFF = (1, 5, 15, 60, 240)
JITTER = random.SystemRandom()
ALONE = dt.timedelta(minutes=10)  # on its way for so long, a message has lost whoever sent it
RESTS = {
    Trouble.RATE: dt.timedelta(minutes=10),
    Trouble.SETUP: dt.timedelta(hours=1),
    Trouble.TEMPORARY: dt.timedelta(minutes=2),
}
IN_A_ROW = 3  # so many messages in a row that a provider does not answer let its channel rest
GAVE_UP = "gave_up"


@dataclass(slots=True)
class StoredTokens:
    """A channel's access token, sealed in its row."""

    row: NoticeChannel

    def get(self) -> str:
        """Return the kept token while it is good."""
        if not self.row.token or self.row.token_until is None or self.row.token_until <= clock.now():
            return ""
        try:
            return opened(self.row, "token")
        except TaoliError:
            return ""

    def put(self, token: str, seconds: int) -> None:
        """Keep a token, for later runs too."""
        sealed = seal(token, place_of_secret(self.row.school_id, self.row.code, "token"))
        self.row.token, self.row.token_until = sealed, clock.now() + dt.timedelta(seconds=seconds)
        rows = NoticeChannel.objects.of(self.row.school_id).filter(pk=self.row.pk)
        rows.update(token=self.row.token, token_until=self.row.token_until)


def send_messages(*, by: Actor, only_safety: bool = False) -> dict[str, int]:
    """Send what is due and may go now; return how many messages had which outcome.

    Nobody is written to at night, on a day without lessons, or (staff) in an evening that is not opened; safety goes
    at any hour. The network is used outside every transaction.
    """
    found: Counter[str] = Counter()
    _find_lost(by.school_id)
    run = _Run(by.school_id)
    only_safety = only_safety or not run.hours.open(clock.now())
    for pk in list(_due(by.school_id, only_safety=only_safety).values_list("pk", flat=True)):
        if (message := run.claim(pk)) is not None:
            found[run.send(message)] += 1
    if found:
        with change(by=by, action="notice.send", **found):
            pass
    return dict(found)


def _due(school_id: int, *, only_safety: bool) -> "QuerySet[NoticeMessage]":
    rows = NoticeMessage.objects.of(school_id).filter(state=State.WAITING, due_at__lte=clock.now())
    # What concerns safety goes first.
    return (rows.filter(safety=True) if only_safety else rows).order_by("-safety", "due_at", "id")


def _find_lost(school_id: int) -> None:
    """Settle what somebody claimed and never settled: the process has died between sending and noting."""
    now = clock.now()
    rows = NoticeMessage.objects.of(school_id).filter(state=State.SENDING, claimed_at__lte=now - ALONE)
    for row in rows:
        with unit_of_work():
            held = NoticeMessage.objects.of(school_id).filter(pk=row.pk, state=State.SENDING, claimed_at=row.claimed_at)
            if held.update(**_unsure(row, now)):
                DeliveryTry.objects.create(school_id=school_id, message=row, at=now, outcome="lost")


def _unsure(row: NoticeMessage, now: dt.datetime) -> dict[str, object]:
    """Return what becomes of a message that may have left: again only if the provider drops the second, or for safety.

    `said_at` is the first try: the provider counts from there.
    """
    channel = OUTSIDE[row.channel]
    dropped = row.said_at is not None and now < row.said_at + channel.repeats
    if (dropped or row.safety) and row.tries <= len(BACKOFF):
        return {"state": State.WAITING, "due_at": _later(now, row.tries)}
    return {"state": State.UNCLEAR, "settled_at": now, "reason": Trouble.UNCLEAR.value}


def _later(now: dt.datetime, tries: int) -> dt.datetime:
    minutes = BACKOFF[min(max(tries, 1), len(BACKOFF)) - 1]
    return now + dt.timedelta(minutes=minutes * JITTER.uniform(0.75, 1.25))


class _Run:
    """One emptying of a school's waiting messages."""

    def __init__(self, school_id: int) -> None:
        self.school_id = school_id
        self.channels = channels_on(school_id)
        self.hours = hours_of(school_id)
        self.in_a_row: Counter[str] = Counter()

    def claim(self, pk: uuid.UUID) -> NoticeMessage | None:
        """Take a message if it may go now; None when it may not, or another process has it."""
        now = clock.now()
        row = NoticeMessage.objects.of(self.school_id).filter(pk=pk, state=State.WAITING).first()
        if row is None or not self._may_go(row, now):
            return None
        with unit_of_work():
            mine = NoticeMessage.objects.of(self.school_id).filter(pk=pk, state=State.WAITING)
            fixed = self._fixed(row, now)
            if not fixed["count"]:
                mine.update(state=State.DROPPED, settled_at=now)
                return None
            if not mine.update(state=State.SENDING, claimed_at=now, tries=row.tries + 1, **fixed):
                return None
        row.refresh_from_db()
        return row

    def _may_go(self, row: NoticeMessage, now: dt.datetime) -> bool:
        channel = self.channels.get(row.channel)
        if channel is None or row.channel not in OUTSIDE:
            return False
        if row.safety:
            return True
        if channel.rests_until is not None and channel.rests_until > now:
            return False
        return self.hours.outside(now, evenings=self._evenings(row))

    def _evenings(self, row: NoticeMessage) -> bool:
        if row.person_kind != "staff":
            return True
        return NoticeHabit.objects.of(self.school_id).filter(person_id=row.person_id, evenings=True).exists()

    def _fixed(self, row: NoticeMessage, now: dt.datetime) -> dict[str, object]:
        """Return what the message says, for good: of the notices not read meanwhile, and all for safety."""
        if row.said_at is not None:
            return {"count": row.count, "kind": row.kind, "said_at": row.said_at}
        told = Delivery.objects.of(self.school_id).filter(message_id=row.pk)
        kinds = list((told if row.safety else told.filter(notice__read_at=None)).values_list("notice__kind", flat=True))
        return {"count": len(kinds), "kind": kinds[0] if len(kinds) == 1 else "", "said_at": now}

    def send(self, message: NoticeMessage) -> str:
        """Send a claimed message, note what came of it, and return the outcome."""
        row = self.channels[message.channel]
        reference, refusal = "", None
        try:
            reference = self._hand_over(row, message)
        except RefusedError as error:
            refusal = error
        self._settle(row, message, reference, refusal)
        return refusal.trouble.value if refusal else State.SENT.value

    def _hand_over(self, row: NoticeChannel, message: NoticeMessage) -> str:
        channel = OUTSIDE[message.channel]
        person = (message.person_kind, message.person_id)
        address = addresses(self.school_id, [person], {channel.reached_by}).get((*person, channel.reached_by))
        if address is None:
            raise RefusedError(Trouble.PERSON, "no_address")
        return hand_over(row, address, words_of(row, message))

    def _settle(self, row: NoticeChannel, message: NoticeMessage, reference: str, refusal: RefusedError | None) -> None:
        now = clock.now()
        with unit_of_work():
            outcome = refusal.trouble.value if refusal else State.SENT.value
            DeliveryTry.objects.create(
                school_id=self.school_id,
                message=message,
                at=now,
                outcome=outcome,
                code=refusal.code if refusal else "",
                reference=reference[:120],
            )
            after = _after(message, refusal, now)
            NoticeMessage.objects.of(self.school_id).filter(pk=message.pk, state=State.SENDING).update(**after)
            self._rest(row, refusal, now)

    def _rest(self, row: NoticeChannel, refusal: RefusedError | None, now: dt.datetime) -> None:
        """Let a channel rest that its provider refuses or does not answer; a success ends the trouble."""
        trouble = refusal.trouble if refusal else None
        self.in_a_row[row.code] = self.in_a_row[row.code] + 1 if trouble is Trouble.TEMPORARY else 0
        rests = RESTS.get(trouble) if trouble else None
        if trouble is Trouble.TEMPORARY and self.in_a_row[row.code] < IN_A_ROW:
            return
        until = now + rests if rests else None
        words = f"{refusal.trouble.value}:{refusal.code}"[:60] if refusal and rests else ""
        if (row.rests_until, row.trouble) != (until, words):
            row.rests_until, row.trouble = until, words
            NoticeChannel.objects.of(self.school_id).filter(pk=row.pk).update(rests_until=until, trouble=words)


def _after(message: NoticeMessage, refusal: RefusedError | None, now: dt.datetime) -> dict[str, object]:
    """Return what becomes of a message after a try."""
    if refusal is None:
        return {"state": State.SENT, "settled_at": now, "reason": ""}
    reason = f"{refusal.trouble.value}:{refusal.code}"[:60]
    if refusal.trouble is Trouble.UNCLEAR:
        return {**_unsure(message, now)}
    if refusal.trouble is Trouble.PERSON:
        return {"state": State.FAILED, "settled_at": now, "reason": reason}
    if message.tries > len(BACKOFF):
        return {"state": State.FAILED, "settled_at": now, "reason": f"{GAVE_UP}:{refusal.code}"[:60]}
    return {"state": State.WAITING, "due_at": _later(now, message.tries), "reason": reason}


def words_of(row: NoticeChannel, message: NoticeMessage) -> Outgoing:
    """Return a claimed message in words."""
    assert message.said_at is not None
    return outgoing(
        pk=message.pk,
        kind=message.kind,
        count=message.count,
        safety=message.safety,
        said_at=message.said_at,
        link=f"{row.site}/notices/" if row.site else "",
    )


def hand_over(row: NoticeChannel, address: str, what: Outgoing) -> str:
    """Open the channel's secret and call the provider; RefusedError when it did not take the message."""
    try:
        secret = opened(row, "secret")
    except TaoliError:
        raise RefusedError(Trouble.SETUP, "secret") from None
    channel = OUTSIDE[row.code]
    defaults = {one.name: one.default for one in channel.fields}
    setup = Setup({**defaults, **{key: value for key, value in row.values.items() if value}}, secret, StoredTokens(row))
    try:
        return channel.send(setup, address, what)
    except (KeyError, ValueError):  # a setting that is missing or no number
        raise RefusedError(Trouble.SETUP, "missing") from None
    except (TypeError, AttributeError):  # an answer of another shape says nothing of the message
        raise RefusedError(Trouble.UNCLEAR, "shape") from None

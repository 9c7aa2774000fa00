"""The school's channels as its settings page shows them: never with a secret."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.notifications.models import Notice, NoticeAddress, NoticeChannel
from taoli.notifications.permissions import ADDRESS, CHANNEL
from taoli.notifications.phrases import CHANNELS, REACHED_BY, reason_words
from taoli.notifications.queries.channels import ADDRESS_OF, SMS
from taoli.roster.models import Staff


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel on the list: whether it is on, how many have an address, what troubles it."""

    code: str
    label: str
    on: bool
    entered: bool
    reached: int
    trouble: str
    rests_until: dt.datetime | None


@dataclass(frozen=True, slots=True)
class AddressLine:
    """A member of staff and the address."""

    name: str
    number: str
    value: str


def channel_lines(actor: Actor) -> list[ChannelLine]:
    """Return every channel; two queries."""
    rows = {row.code: row for row in NoticeChannel.objects.of(actor.school_id)} if CHANNEL.may(actor, "edit") else {}
    counted = NoticeAddress.objects.of(actor.school_id).order_by().values("channel").annotate(n=Count("pk"))
    reached = {row["channel"]: row["n"] for row in counted}
    now = clock.now()
    lines = []
    for code, address in ADDRESS_OF.items():
        row = rows.get(code)
        resting = row is not None and row.rests_until is not None and row.rests_until > now
        lines.append(
            ChannelLine(
                code=code,
                label=str(CHANNELS[code]),
                on=bool(row and row.on),
                entered=row is not None,
                reached=reached.get(address, 0),
                trouble=reason_words(row.trouble) if row and resting else "",
                rests_until=row.rests_until if row and resting else None,
            )
        )
    return lines


def channel_now(actor: Actor, code: str) -> NoticeChannel:
    """Return a channel's row, or a new one that is not saved; 404 for a channel there is not."""
    if code not in ADDRESS_OF:
        raise Http404
    found = NoticeChannel.objects.of(actor.school_id).filter(code=code).first()
    return found or NoticeChannel(school_id=actor.school_id, code=code)


def channel_words(code: str) -> str:
    """Return what a channel is called."""
    return str(CHANNELS[code])


def address_words(kind: str) -> str:
    """Return what a kind of address is called; 404 for none."""
    if kind not in REACHED_BY:
        raise Http404
    return str(REACHED_BY[kind])


def kinds_of_address() -> list[tuple[str, str]]:
    """Return the kinds of addresses with their words."""
    return [(code, str(label)) for code, label in REACHED_BY.items()]


def address_lines(actor: Actor, kind: str) -> list[AddressLine]:
    """Return the staff with an address of a kind, by name; logged, for these are telephones; 404: no kind."""
    if kind not in REACHED_BY or not ADDRESS.may(actor, "edit"):
        raise Http404
    rows = NoticeAddress.objects.of(actor.school_id).filter(channel=kind, person_kind=Notice.Receiver.STAFF)
    values = dict(rows.values_list("person_id", "value"))
    staff = list(Staff.objects.of(actor.school_id).filter(pk__in=values, left_on=None).order_by("sort_key", "number"))
    log_view(actor, "notifications.address", [one.pk for one in staff], page="notifications:address_list")
    return [AddressLine(one.name, one.number, values[one.pk]) for one in staff]


def from_the_roster(actor: Actor, kind: str) -> int:
    """Return how many of staff are reached by the roster's telephone."""
    if kind != SMS:
        return 0
    return Staff.objects.of(actor.school_id).filter(left_on=None).exclude(phone="").count()

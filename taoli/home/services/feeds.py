"""A private calendar address: made, revoked, read."""

import secrets

from django.db.models import F
from django.utils import translation
from icalendar import Calendar, Event

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.home.models import CalendarFeed
from taoli.home.phrases import feed_title
from taoli.home.queries.feed import HOUR, MOST_FETCHES, digest_of, entries, new_id
from taoli.home.queries.own import me

SECRET_BYTES = 32


def make_feed(*, by: Actor) -> str:
    """Make a new address for the person and return its token, which is shown once; an earlier one ends."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    assert by.account_id is not None
    with change(by=by, action="feed.make"):
        _end(by)
        CalendarFeed.objects.create(
            school_id=by.school_id,
            staff_id=me(by),
            account=by.account_id,
            digest=digest_of(secret),
            made_at=clock.now(),
        )
    return f"{by.school_id}-{secret}"


def revoke_feed(*, by: Actor) -> None:
    """End the person's address at once."""
    with change(by=by, action="feed.revoke"):
        _end(by)


def _end(by: Actor) -> None:
    rows = CalendarFeed.objects.of(by.school_id).filter(staff_id=me(by), revoked_at=None)
    rows.update(revoked_at=clock.now())


def may_fetch(feed: CalendarFeed) -> bool:
    """Count one reading; False when an address has been read too often in the running hour."""
    now, rows = clock.now(), CalendarFeed.objects.of(feed.school_id).filter(pk=feed.pk)
    if feed.fetched_at is None or now - feed.fetched_at >= HOUR:
        return bool(rows.update(fetched_at=now, fetches=1))
    return bool(rows.filter(fetches__lt=MOST_FETCHES).update(fetches=F("fetches") + 1))


def calendar_of(feed: CalendarFeed, actor: Actor, link: str) -> bytes:
    """Return the calendar (RFC 5545): titles such as 个别指导 3 人 and a link to Today, never a name."""
    calendar = Calendar()
    calendar.add("prodid", "-//Taoli//Calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    with translation.override("zh-hans"):
        for entry in entries(actor):
            event = Event()
            event.add("uid", new_id(feed.pk, entry.key))
            event.add("dtstamp", feed.made_at)
            event.add("summary", feed_title(entry.label, entry.count))
            event.add("dtstart", entry.starts or entry.day)
            if entry.ends:
                event.add("dtend", entry.ends)
            event.add("transp", "OPAQUE" if entry.starts else "TRANSPARENT")
            event.add("url", link)
            calendar.add_component(event)
    return bytes(calendar.to_ical())

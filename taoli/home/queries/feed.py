"""What a calendar program is told: days and kinds, no names."""

import datetime as dt
import uuid
from collections import Counter
from dataclasses import dataclass

from django.utils import timezone
from django.utils.crypto import salted_hmac

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.duties.queries import due_cells
from taoli.duties.queries.keeping import ensure_cells
from taoli.guidance.phrases import WAYS
from taoli.guidance.queries.appointments import agreed
from taoli.home.models import CalendarFeed
from taoli.home.permissions import TODAY
from taoli.home.queries.own import me

SALT = "taoli.home.calendar_feed"
SHOWN_ONCE = "calendar_feed"  # where a session keeps a new address until the next page
MOST_FETCHES, HOUR = 60, dt.timedelta(hours=1)
MONTH = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the calendar: `key` stays the same from one reading to the next; a whole day without `starts`."""

    key: str
    label: str
    count: int
    day: dt.date
    starts: dt.datetime | None = None
    ends: dt.datetime | None = None


def entries(actor: Actor) -> list[Entry]:
    """Return all that stands in somebody's calendar. Further kinds are added here, one line each."""
    return [*due_entries(actor), *appointment_entries(actor)]


def appointment_entries(actor: Actor) -> list[Entry]:
    """Return the agreed appointments from a month ago to a term ahead: the way and for how many, no names."""
    now = clock.now()
    return [
        Entry(
            f"appointment {one.pk}",
            str(WAYS[one.kind].label),
            one.students,
            timezone.localdate(one.starts),
            one.starts,
            one.starts + dt.timedelta(minutes=one.minutes),
        )
        for one in agreed(actor, now - MONTH, now + 6 * MONTH)
    ]


def due_entries(actor: Actor) -> list[Entry]:
    """Return what is still open, by requirement, on the day until which it is asked for."""
    today = clock.today()
    setting = ensure_cells(actor.school_id, today, actor.person_id)
    if setting is None or actor.person_id is None:
        return []
    cells = [one for one in due_cells(actor.school_id, actor.person_id, today, setting=setting) if one.due >= today]
    counted = Counter((one.duty, one.scheme_id, one.due) for one in cells)
    return [
        Entry(f"due {duty} {due}", setting.duty(duty, scheme).label, count, due)
        for (duty, scheme, due), count in sorted(counted.items(), key=lambda one: (one[0][2], one[0][0]))
    ]


def feed_of(actor: Actor) -> CalendarFeed | None:
    """Return the person's open feed, if there is one."""
    return CalendarFeed.objects.of(actor.school_id).filter(staff_id=me(actor), revoked_at=None).first()


def digest_of(secret: str) -> str:
    """Return the keyed hash of an address's secret; without the server's key it can be neither guessed nor checked."""
    return salted_hmac(SALT, secret, algorithm="sha256").hexdigest()


def open_feed(token: str) -> CalendarFeed | None:
    """Return the feed of an address that is right and not revoked."""
    school, _dash, secret = token.partition("-")
    if not (school.isascii() and school.isdecimal() and len(school) < len(str(2**63)) and secret):
        return None
    rows = CalendarFeed.objects.of(int(school)).filter(digest=digest_of(secret), revoked_at=None)
    return rows.first()


def reader_of(feed: CalendarFeed) -> Actor | None:
    """Return whom a feed speaks to, as long as the account lives and is still a mentor's."""
    places = Membership.objects.filter(
        account_id=feed.account, school_id=feed.school_id, person_id=feed.staff_id, account__is_active=True
    )
    place = places.first()
    actor = actor_for(place, clock.today()) if place else None
    return actor if actor and TODAY.may(actor, "view") else None


def new_id(feed_id: uuid.UUID, key: str) -> str:
    """Return the lasting id of an entry, which says nothing of what it is."""
    return f"{uuid.uuid5(feed_id, key)}@taoli"

"""How a person is told outside Taoli."""

import datetime as dt
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.notifications.models import NoticeHabit, Quiet
from taoli.notifications.queries.channels import ADDRESS_OF, addresses, channels_on
from taoli.notifications.queries.inbox import person_of


@dataclass(frozen=True, slots=True)
class Habit:
    """The channels that reach the person, those wanted of them, and when."""

    ways: tuple[str, ...]
    wanted: tuple[str, ...]
    digest_at: dt.time | None
    evenings: bool


def habit_of(actor: Actor) -> Habit:
    """Return how the actor is told outside Taoli; five queries at most."""
    person = (actor.person_kind, person_of(actor))
    used = channels_on(actor.school_id)
    on = [code for code in ADDRESS_OF if code in used]
    reached = addresses(actor.school_id, [person], {ADDRESS_OF[code] for code in on}) if on else {}
    ways = tuple(code for code in on if (*person, ADDRESS_OF[code]) in reached)
    quiet = Quiet.objects.of(actor.school_id).filter(person_id=person[1], channel__in=ways, kind="")
    off = set(quiet.values_list("channel", flat=True)) if ways else set()
    row = NoticeHabit.objects.of(actor.school_id).filter(person_id=person[1]).first()
    return Habit(
        ways=ways,
        wanted=tuple(code for code in ways if code not in off),
        digest_at=row.digest_at if row else None,
        evenings=bool(row and row.evenings),
    )

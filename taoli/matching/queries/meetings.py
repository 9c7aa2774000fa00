"""First meetings: when and where, for whom, and times to propose: noon and after school, never at night."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, FirstMeeting, Pairing
from taoli.matching.permissions import MEETING
from taoli.matching.queries.closing import round_pairings
from taoli.notifications.phrases import meeting_words
from taoli.notifications.queries.hours import hours_of

NOON, AFTER_SCHOOL = dt.time(12, 20), dt.time(17, 0)
EARLIEST, LATEST = dt.time(7), dt.time(18)
PROPOSED_DAYS = 3


@dataclass(frozen=True, slots=True)
class OwnMeeting:
    """A mentor's page: the round, when and where, whether it was held, and who was to come."""

    round: ChoiceRound
    at: dt.datetime | None
    place: str
    held_on: dt.date | None
    absent: tuple[str, ...]
    pairings: list[Pairing]


def meetings(choice: ChoiceRound) -> dict[uuid.UUID | None, FirstMeeting]:
    """Return mentor → the own meeting; under None what holds for the whole round."""
    return {row.mentor_id: row for row in FirstMeeting.objects.of(choice.school_id).filter(round=choice)}


def time_and_place(known: Mapping[uuid.UUID | None, FirstMeeting], mentor_id: uuid.UUID) -> dict[str, Any]:
    """Return {at, place} of a mentor's meeting for a notice, the round's where the mentor has none; empty for none."""
    for row in (known.get(mentor_id), known.get(None)):
        if row is not None and row.at is not None:
            return {"at": row.at.isoformat(), "place": row.place}
    return {}


def own_meeting(actor: Actor, choice: ChoiceRound) -> OwnMeeting | None:
    """Return the meeting of the mentor who asks, None for somebody without students in the round."""
    reached = MEETING.within(Pairing.objects.of(choice.school_id), actor, "hold").values_list("pk", flat=True)
    mine = set(reached)
    pairings = [row for row in round_pairings(choice) if row.pk in mine]
    if not pairings:
        return None
    known = meetings(choice)
    own, common = known.get(actor.person_id), known.get(None)
    planned = next((row for row in (own, common) if row is not None and row.at is not None), None)
    return OwnMeeting(
        round=choice,
        at=planned.at if planned else None,
        place=planned.place if planned else "",
        held_on=own.held_on if own else None,
        absent=tuple(own.absent) if own else (),
        pairings=pairings,
    )


def meetings_ahead(school_id: int, pairings: Sequence[Pairing]) -> dict[uuid.UUID, str]:
    """Return pairing → when and where its first meeting is, in words, while it lies ahead or is today and not held."""
    today = timezone.make_aware(dt.datetime.combine(clock.today(), dt.time.min))
    rows = FirstMeeting.objects.of(school_id).filter(
        Q(mentor__in={row.mentor_id for row in pairings}) | Q(mentor=None), round__state=ChoiceRound.State.PUBLISHED
    )
    rounds: dict[ChoiceRound, dict[uuid.UUID | None, FirstMeeting]] = {}
    for row in rows.filter(round__term__ends__gte=clock.today()).select_related("round").order_by("round__created_at"):
        rounds.setdefault(row.round, {})[row.mentor_id] = row
    found = {}
    for pairing in pairings:
        for choice, known in rounds.items():
            own, when = known.get(pairing.mentor_id), time_and_place(known, pairing.mentor_id)
            concerned = not choice.grades or str(pairing.school_class.grade_id) in choice.grades
            if concerned and not (own and own.held_on) and when and dt.datetime.fromisoformat(when["at"]) >= today:
                found[pairing.pk] = meeting_words(when)
    return found


def get_own_meeting(actor: Actor, pk: uuid.UUID) -> OwnMeeting:
    """Return the meeting of the mentor who asks in a published round; 404 for anybody and anything else."""
    rows = ChoiceRound.objects.of(actor.school_id).filter(pk=pk, state=ChoiceRound.State.PUBLISHED)
    choice = rows.select_related("term", "scheme").first()
    found = own_meeting(actor, choice) if choice else None
    if found is None:
        raise Http404
    return found


def proposed_times(school_id: int) -> list[dt.datetime]:
    """Return noon and after school of the next school days."""
    hours, found = hours_of(school_id), []
    day = timezone.localtime(clock.now()).date()
    for _each in range(PROPOSED_DAYS):
        moment = hours.next(timezone.make_aware(dt.datetime.combine(day + dt.timedelta(days=1), EARLIEST)))
        if moment is None:
            break
        day = timezone.localtime(moment).date()
        found += [timezone.make_aware(dt.datetime.combine(day, time)) for time in (NOON, AFTER_SCHOOL)]
    return found


@dataclass(frozen=True, slots=True)
class RoundMeetings:
    """What holds for the whole round, and a line a mentor: name, number of students, time, place, held."""

    at: dt.datetime | None
    place: str
    lines: list[dict[str, Any]]
    held: int


def round_meetings(choice: ChoiceRound) -> RoundMeetings:
    """Return the office's page of a round's first meetings."""
    known = meetings(choice)
    common = known.get(None)
    counts: dict[Any, int] = {}
    for row in round_pairings(choice):
        counts[row.mentor] = counts.get(row.mentor, 0) + 1
    lines = []
    for mentor in sorted(counts, key=lambda one: (one.sort_key, one.number)):
        own = known.get(mentor.pk)
        planned = next((row for row in (own, common) if row is not None and row.at is not None), None)
        lines.append(
            {
                "mentor": mentor,
                "students": counts[mentor],
                "at": planned.at if planned else None,
                "place": planned.place if planned else "",
                "held_on": own.held_on if own else None,
                "absent": len(own.absent) if own else 0,
            }
        )
    return RoundMeetings(
        at=common.at if common else None,
        place=common.place if common else "",
        lines=lines,
        held=sum(line["held_on"] is not None for line in lines),
    )

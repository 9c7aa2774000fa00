"""Training sessions, and the hours of each mentor in a term."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum
from django.http import Http404

from taoli.common.policy import Actor
from taoli.evaluation.models import TrainingPart, TrainingSession
from taoli.evaluation.permissions import TRAINING
from taoli.roster.models import Staff, Term
from taoli.roster.queries.people import mentors


@dataclass(frozen=True, slots=True)
class HoursRow:
    """One member of the staff and the hours of a term."""

    staff: Staff
    hours: str
    times: int
    lectures: int


def sessions(actor: Actor, term: Term | None) -> list[TrainingSession]:
    """Return the sessions of a term with how many took part, the latest first."""
    if term is None or not TRAINING.may(actor, "view"):
        return []
    rows = TrainingSession.objects.of(actor.school_id).filter(held_on__range=(term.starts, term.ends))
    counted = rows.annotate(people=Count("parts", filter=Q(parts__school=actor.school_id)))
    return list(counted.select_related("mentor").order_by("-held_on", "id"))


def get_session(school_id: int, pk: uuid.UUID) -> TrainingSession:
    """Return one session; 404 otherwise."""
    found = TrainingSession.objects.of(school_id).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def parts_of(session: TrainingSession) -> dict[uuid.UUID, bool]:
    """Return who took part: person → signed."""
    rows = TrainingPart.objects.of(session.school_id).filter(session=session)
    return dict(rows.values_list("staff_id", "signed"))


def people_for(school_id: int, session: TrainingSession | None) -> list[Staff]:
    """Return whom a session can name: the school's own staff, then whoever it names already and has left since."""
    own = mentors(school_id)
    named = {*parts_of(session), *([session.mentor_id] if session.mentor_id else [])} if session else set()
    rows = Staff.objects.of(school_id).filter(pk__in=named - {one.pk for one in own})
    return [*own, *rows.order_by("sort_key", "number", "id")]


def own_parts(actor: Actor) -> list[TrainingPart]:
    """Return what the actor took part in, the latest first."""
    rows: QuerySet[TrainingPart] = TRAINING.within(TrainingPart.objects.all(), actor, "own")
    return list(rows.select_related("session", "session__mentor").order_by("-session__held_on", "id"))


def lectures_of(school_id: int, staff_id: uuid.UUID | None) -> list[TrainingSession]:
    """Return the lectures a mentor has given, the latest first."""
    rows = TrainingSession.objects.of(school_id).filter(mentor_id=staff_id)
    return list(rows.order_by("-held_on", "id")) if staff_id else []


def hours_rows(school_id: int, term: Term, people: Iterable[Staff]) -> list[HoursRow]:
    """Return the hours of a term for some people, in their order."""
    within = (term.starts, term.ends)
    parts = TrainingPart.objects.of(school_id).filter(session__held_on__range=within)
    grouped = parts.values("staff_id").annotate(sum=Sum("hours"), times=Count("id")).order_by()
    sums = {row["staff_id"]: (row["sum"], row["times"]) for row in grouped}
    given = TrainingSession.objects.of(school_id).filter(held_on__range=within).exclude(mentor=None)
    lectures = dict(given.values("mentor_id").annotate(n=Count("id")).order_by().values_list("mentor_id", "n"))
    return [
        HoursRow(
            one, hours_words(sums.get(one.pk, (Decimal(0), 0))[0]), sums.get(one.pk, (0, 0))[1], lectures.get(one.pk, 0)
        )
        for one in people
    ]


def hours_words(hours: Decimal) -> str:
    """Return hours without needless places: 2.0 as 2."""
    return f"{hours:.1f}".removesuffix(".0")


def hours_between(school_id: int, staff_id: uuid.UUID, starts: dt.date, ends: dt.date) -> str:
    """Return the hours of one person between two days; an empty text for none."""
    rows = TrainingPart.objects.of(school_id).filter(staff_id=staff_id, session__held_on__range=(starts, ends))
    found = rows.aggregate(sum=Sum("hours"))["sum"]
    return hours_words(found) if found else ""

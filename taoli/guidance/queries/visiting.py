"""Who may come along, who must not go alone, on which times the school agrees, whom to tell."""

import datetime as dt
import uuid
from collections.abc import Collection, Sequence

from django.db.models import Q
from django.utils import timezone

from taoli.accounts.models import Membership, RoleHeld
from taoli.common import clock
from taoli.common.policy import Role
from taoli.engine.calendar import teaching_days
from taoli.roster.models import AttentionMark, Guardianship, Staff, Student
from taoli.roster.permissions import restricted
from taoli.roster.queries.calendar import calendar_facts, current_term

SCHOOL_DAY = (dt.time(7), dt.time(18))
EVER = (dt.time(7), dt.time(21))
AHEAD = dt.timedelta(days=90)


def outside_hours(school_id: int, starts: Sequence[dt.datetime], minutes: int) -> list[dt.datetime]:
    """Return those times that are in the evening, at a weekend or on a holiday: the teacher's own time."""
    days = [timezone.localtime(one).date() for one in starts]
    term = current_term(school_id, min(days)) if days else None
    taught = set(teaching_days(calendar_facts(school_id, term), min(days), max(days))) if term else set()
    return [one for one, day in zip(starts, days, strict=True) if day not in taught or not within(one, minutes)]


def within(moment: dt.datetime, minutes: int, hours: tuple[dt.time, dt.time] = SCHOOL_DAY) -> bool:
    """Say whether a meeting begins and ends between two times of one day."""
    begins = timezone.localtime(moment)
    ends = begins + dt.timedelta(minutes=minutes)
    return hours[0] <= begins.time() and ends.time() <= hours[1] and ends.date() == begins.date()


def needs_two(school_id: int, student_ids: Collection[uuid.UUID]) -> bool:
    """Say whether one of the students is visited at home by two adults only: so flagged, or of key attention today."""
    today = clock.today()
    marked = AttentionMark.objects.of(school_id).filter(Q(ends=None) | Q(ends__gte=today), starts__lte=today)
    flagged = Q(two_adults=True) | Q(pk__in=marked.values("student_id"))
    return Student.objects.of(school_id).filter(flagged, pk__in=list(student_ids)).exists()


def companions(school_id: int, but: uuid.UUID) -> list[tuple[str, str]]:
    """Return (id, name) of the staff who may come along."""
    rows = Staff.objects.of(school_id).filter(left_on=None).exclude(pk=but).order_by("sort_key", "number", "id")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def guardians_to_tell(school_id: int, student_id: uuid.UUID) -> list[uuid.UUID]:
    """Return the guardians of today with an account who may know of appointments."""
    live = Q(ends=None) | Q(ends__gte=clock.today())
    barred = restricted() & Q(restricted_visits=False)
    ties = Guardianship.objects.of(school_id).filter(live, student_id=student_id).exclude(barred)
    known = Membership.objects.filter(school_id=school_id, person_kind="guardian")
    return list(ties.filter(guardian_id__in=known.values("person_id")).values_list("guardian_id", flat=True))


def office_staff(school_id: int) -> list[uuid.UUID]:
    """Return the staff who hold the role of the moral office today."""
    today = clock.today()
    held = RoleHeld.objects.filter(
        Q(ends=None) | Q(ends__gte=today), school_id=school_id, role=Role.MORAL_OFFICE, starts__lte=today
    )
    rows = Membership.objects.filter(school_id=school_id, person_kind="staff", account_id__in=held.values("account_id"))
    return list(rows.values_list("person_id", flat=True))


def phones_of(school_id: int, student_ids: Collection[uuid.UUID]) -> tuple[list[Guardianship], bool]:
    """Return the ties to guardians whom one may ring about a visit, and whether one of today's is restricted."""
    live = Q(ends=None) | Q(ends__gte=clock.today())
    ties = Guardianship.objects.of(school_id).filter(live, student_id__in=list(student_ids))
    barred = restricted() & Q(restricted_visits=False)
    return list(ties.exclude(barred).select_related("guardian").order_by("id")), ties.filter(barred).exists()

"""Which adults a student can ask to talk: those who exist, are here, and can open what is sent to them."""

import uuid
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from taoli.accounts.models import Membership, RoleHeld
from taoli.common import clock
from taoli.common.policy import Role
from taoli.guidance.permissions import TALK
from taoli.guidance.phrases.talks import OFFICES, teacher
from taoli.roster.models import Staff, StaffLeave, Student, WatchTurn
from taoli.roster.queries.watch import counsellors, numbers_of, on_duty

MOST_OF_AN_OFFICE = 3


@dataclass(frozen=True, slots=True)
class Adult:
    """An adult as the student may choose: `office` says as what."""

    office: str
    staff: Staff

    @property
    def key(self) -> str:
        """What the form sends."""
        return f"{self.office}:{self.staff.pk}"

    @property
    def words(self) -> str:
        """王老师（我的导师）."""
        return f"{teacher(self.staff.name)} · {OFFICES[self.office]}"


def adults_for(student: Student) -> list[Adult]:
    """Return the adults in the order offered, nobody twice; whoever is away or cannot open it is left out."""
    school_id, room = student.school_id, student.school_class
    away = _away(school_id)
    numbers = numbers_of(school_id)
    wanted: list[tuple[str, uuid.UUID | None]] = [
        ("mentor", _standing_in(student.mentor_id, away)),
        ("homeroom", room.homeroom_teacher_id),
        *(("counsellor", pk) for pk in counsellors(numbers)),
        *(("grade_lead", pk) for pk in holders_of(school_id, Role.GRADE_LEAD, room.grade_id)),
        *(("moral_office", pk) for pk in holders_of(school_id, Role.MORAL_OFFICE)),
        *(("duty", one.pk) for one in on_duty(school_id, clock.now(), WatchTurn.Post.LEADER)),
    ]
    named = {pk: office for office, pk in reversed(wanted) if pk is not None and pk not in away}
    able = _able(school_id, set(named))
    staff = Staff.objects.of(school_id).filter(left_on=None).in_bulk(able)
    ordered = dict.fromkeys(pk for _office, pk in wanted if pk is not None)
    return [Adult(named[pk], staff[pk]) for pk in ordered if pk in staff and pk in named]


def holders_of(school_id: int, role: Role, place_id: uuid.UUID | None = None) -> list[uuid.UUID]:
    """Return the staff who hold a role today, at the place if one is given."""
    today = clock.today()
    rows = RoleHeld.objects.filter(school_id=school_id, role=role, starts__lte=today).exclude(ends__lt=today)
    if place_id is not None:
        rows = rows.filter(place_id=place_id)
    people = Membership.objects.filter(school_id=school_id, person_kind=Membership.Kind.STAFF)
    found = people.filter(account_id__in=rows.values("account_id")).order_by("id")
    return list(found.values_list("person_id", flat=True)[:MOST_OF_AN_OFFICE])


def has_account(student: Student) -> bool:
    """Say whether a student can be told anything in private: a slip on paper would be seen by others."""
    rows = Membership.objects.filter(school_id=student.school_id, person_kind=Membership.Kind.STUDENT)
    return rows.filter(person_id=student.pk).exists()


def backup_for(school_id: int, but: uuid.UUID) -> uuid.UUID | None:
    """Return whom the school has named for two silences, never the silent adult."""
    numbers, away = numbers_of(school_id), _away(school_id)
    named = [numbers.backup_id, *counsellors(numbers), *holders_of(school_id, Role.MORAL_OFFICE)]
    able = _able(school_id, {pk for pk in named if pk is not None})
    return next((pk for pk in named if pk is not None and pk in able and pk != but and pk not in away), None)


def _able(school_id: int, staff_ids: set[uuid.UUID]) -> set[uuid.UUID]:
    """Keep those who may open what is sent to them: an account with one of the roles that answer."""
    today = clock.today()
    roles = RoleHeld.objects.filter(school_id=school_id, role__in=list(TALK.actions["answer"]), starts__lte=today)
    rows = Membership.objects.filter(
        school_id=school_id, person_kind=Membership.Kind.STAFF, person_id__in=list(staff_ids)
    )
    held = roles.exclude(ends__lt=today).values("account_id")
    return set(rows.filter(account_id__in=held).values_list("person_id", flat=True))


def _away(school_id: int) -> dict[uuid.UUID, uuid.UUID | None]:
    """Staff who are away today → who stands in."""
    today = clock.today()
    rows: QuerySet[StaffLeave] = StaffLeave.objects.of(school_id).filter(
        Q(ends=None) | Q(ends__gte=today), starts__lte=today
    )
    return dict(rows.values_list("staff_id", "substitute_id"))


def _standing_in(mentor: uuid.UUID | None, away: dict[uuid.UUID, uuid.UUID | None]) -> uuid.UUID | None:
    return away.get(mentor, mentor) if mentor is not None else None

"""Mentors from outside come to the school, are given students narrowly, and write down what they did."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.accounts.queries import usernames_like
from taoli.accounts.services import give_role, issue_code, open_account
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor, Role
from taoli.common.unit import change
from taoli.guidance.queries.visiting import office_staff
from taoli.neighbourhood.models import CompanionNote, CompanionPair
from taoli.neighbourhood.queries.companions import checks_due
from taoli.notifications.services import To, notify
from taoli.roster.models import Staff, Student
from taoli.roster.phrases.fitness import unfit_sentence
from taoli.roster.queries.fitness import OUTSIDE, unfit
from taoli.roster.services.staff import add_guest, edit_staff

LONGEST = dt.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Giving:
    """Why, from when until when, and who of the family agreed on which day."""

    purpose: str
    starts: dt.date
    ends: dt.date
    consent_by: str
    consent_on: dt.date


@dataclass(frozen=True, slots=True)
class Slip:
    """What is handed to the person once."""

    name: str
    username: str
    code: str


def keep_companion(*, by: Actor, facts: dict[str, Any], staff: Staff | None = None) -> Staff:
    """Enter a mentor from outside or correct one; TaoliError: a check in the future."""
    return add_guest(by=by, facts=facts) if staff is None else edit_staff(by=by, staff=staff, facts=facts)


def hand_slip(*, by: Actor, staff: Staff) -> Slip:
    """Open the account of a mentor from outside, with the role of one and no other, and make a new code.

    TaoliError with the sentence of the school's check when it is missing or old.
    """
    _fit(by, staff.pk, clock.today())
    school = School.objects.get(pk=by.school_id)
    taken = usernames_like(f"{school.code}-")
    names = (f"{school.code}-{staff.number}", *(f"{school.code}-T{n}-{staff.number}" for n in range(1, 1000)))
    username = next(name for name in names if name not in taken)
    with change(by=by, action="companion.slip", object_id=staff.pk):
        account = open_account(
            by=by, school=school, username=username, person_kind="staff", person_id=staff.pk, name=staff.name
        )
        give_role(by=by, account=account, role=Role.SOCIAL_MENTOR)
        code = issue_code(by=by, account=account)
    return Slip(staff.name, account.username, code)


def give_students(*, by: Actor, staff: Staff, students: Collection[uuid.UUID], giving: Giving) -> int:
    """Give students to a mentor from outside for a time, beside their own mentor. Returns how many.

    TaoliError: the check is missing or old, days that make no sense, no consent, a student given already.
    """
    _days(giving)
    _fit(by, staff.pk, max(giving.starts, clock.today()))
    if staff.kind not in OUTSIDE:
        raise TaoliError(_("%(name)s is a teacher of the school: pairing stands under Pairing.") % {"name": staff.name})
    found = list(Student.objects.of(by.school_id).filter(pk__in=students, left_on=None))
    if not found or len(found) < len(set(students)):
        raise TaoliError(_("Please choose students who are at the school."))
    with change(by=by, action="companion.give", object_id=staff.pk, students=len(found)):
        _twice(by, staff, found, giving)
        CompanionPair.objects.bulk_create(
            CompanionPair(
                school_id=by.school_id,
                staff=staff,
                student=one,
                purpose=giving.purpose,
                starts=giving.starts,
                ends=giving.ends,
                consent_by=giving.consent_by,
                consent_on=giving.consent_on,
            )
            for one in found
        )
    return len(found)


def end_companion(*, by: Actor, pk: uuid.UUID) -> None:
    """End a pairing: from today on the student is not seen any more."""
    with change(by=by, action="companion.end", object_id=pk):
        running = Q(ends=None) | Q(ends__gte=clock.today())  # one that has ended keeps its day
        CompanionPair.objects.of(by.school_id).filter(running, pk=pk).update(ends=clock.today() - dt.timedelta(days=1))


def remind_checks(*, by: Actor) -> int:
    """Tell the office whose check (从业查询) runs out: a month ahead, and again on its last day. Returns how often."""
    to, told = [To("staff", one) for one in office_staff(by.school_id)], 0
    for staff, day in checks_due(by.school_id):
        about = f"{staff.pk}:{day}:{'soon' if clock.today() < day else 'last'}"
        link = f"{reverse('neighbourhood:companion_edit')}?person={staff.pk}"
        params = {"mentor": str(staff.pk), "day": day.isoformat()}
        told += notify(by=by, to=to, kind="check_ends", about=about, params=params, link=link)
    return told


def write_companion_note(*, by: Actor, pair: CompanionPair, held_on: dt.date, kind: str, text: str) -> CompanionNote:
    """Keep what was done on a day. TaoliError: a day to come, or outside of the pairing."""
    if held_on > clock.today() or held_on < pair.starts:
        raise TaoliError(_("The day lies in the future or before the student was given to you."))
    with change(by=by, action="companion.note", kind=kind) as note:
        row = CompanionNote.objects.create(
            school_id=by.school_id, pair=pair, held_on=held_on, kind=kind, text=text, written_at=clock.now()
        )
        note.object_id = row.pk
    return row


def _fit(by: Actor, pk: uuid.UUID, on: dt.date) -> None:
    barred = unfit(by.school_id, on, [pk], beside=True)
    if pk in barred:
        raise TaoliError(unfit_sentence(*barred[pk]))


def _days(giving: Giving) -> None:
    if giving.ends < giving.starts or giving.ends - giving.starts > LONGEST or giving.ends < clock.today():
        raise TaoliError(_("Please name a last day that lies ahead, at most a year after the first."))
    if giving.consent_on > clock.today():
        raise TaoliError(_("The guardian’s consent is noted once it has been given."))


def _twice(by: Actor, staff: Staff, students: Collection[Student], giving: Giving) -> None:
    lasting = Q(ends=None) | Q(ends__gte=giving.starts)
    rows = CompanionPair.objects.of(by.school_id).filter(lasting, staff=staff, student__in=students)
    twice = rows.filter(starts__lte=giving.ends).select_related("student").first()
    if twice is not None:
        words = {"student": twice.student.name, "name": staff.name}
        raise TaoliError(_("%(student)s is with %(name)s in these days already.") % words)

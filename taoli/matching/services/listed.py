"""The list of students who are to have a mentor, where a scheme applies for them one by one (I-01)."""

import uuid
from collections.abc import Mapping

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import ChoiceRound, ListedStudent
from taoli.matching.permissions import LISTING
from taoli.matching.queries.listed import listable
from taoli.matching.queries.work import rooms_of
from taoli.matching.services.rounds import close_steps
from taoli.matching.services.stepping import open_step
from taoli.roster.models import SchoolClass

STEP = "student_list"
REASON = 100


def list_students(*, by: Actor, round_id: uuid.UUID, reasons: Mapping[uuid.UUID, str]) -> int:
    """Put students on the list of a round, each with a short reason (which may be empty); returns how many are new.

    Who is on it already keeps a place, with the new reason if one is given. TaoliError: the step is not open, or a
    student outside the actor's reach; nothing is written then.
    """
    with change(by=by, action="listing.add", object_id=round_id) as note:
        choice = open_step(by, round_id, STEP)
        reached = set(listable(by, choice).filter(pk__in=list(reasons)).values_list("pk", flat=True))
        if set(reasons) - reached:
            raise TaoliError(_("This student is outside your classes."))
        rows = {one.student_id: one for one in ListedStudent.objects.of(by.school_id).filter(round=choice)}
        told = [rows[student] for student, reason in reasons.items() if student in rows and reason.strip()]
        for row in told:
            row.reason = reasons[row.student_id].strip()[:REASON]
        ListedStudent.objects.of(by.school_id).bulk_update(told, ["reason"])
        fresh = [
            ListedStudent(
                school_id=by.school_id,
                round=choice,
                student_id=student,
                reason=reason.strip()[:REASON],
                entered_by=by.account_id,
                saved_at=clock.now(),
            )
            for student, reason in reasons.items()
            if student not in rows
        ]
        ListedStudent.objects.bulk_create(fresh)
        note.data = {"students": len(fresh)}
    return len(fresh)


def unlist_student(*, by: Actor, round_id: uuid.UUID, student_id: uuid.UUID) -> None:
    """Take a student off the list, as if never put there; TaoliError: the step is not open. Out of reach: no change."""
    with change(by=by, action="listing.remove", object_id=student_id, round=round_id):
        choice = open_step(by, round_id, STEP)
        rows = ListedStudent.objects.filter(round=choice, student_id=student_id)
        reached = list(LISTING.within(rows, by, "edit").values_list("pk", flat=True))
        ListedStudent.objects.of(by.school_id).filter(pk__in=reached).delete()


def settle_list(*, by: Actor, round_id: uuid.UUID) -> int:
    """Close the list; from now on only those on it take part. Returns how many they are.

    TaoliError: nobody is on it, or the round has classes beyond the actor's reach.
    """
    with change(by=by, action="listing.settle", object_id=round_id) as note:
        choice = open_step(by, round_id, STEP)
        if not _whole(by, choice):
            raise TaoliError(_("The round has other grades, too: the moral-education office settles the list."))
        count: int = ListedStudent.objects.of(by.school_id).filter(round=choice, student__left_on=None).count()
        if not count:
            raise TaoliError(_("Nobody is on the list yet."))
        close_steps(by, choice, STEP)
        note.data = {"students": count}
    return count


def _whole(by: Actor, choice: ChoiceRound) -> bool:
    """Does the actor settle for every class of the round?"""
    rooms = SchoolClass.objects.of(by.school_id).filter(closed_on=None)
    rooms = rooms.filter(grade_id__in=choice.grades) if choice.grades else rooms
    return not rooms.exclude(pk__in=rooms_of(by, choice, LISTING, "settle").values("pk")).exists()

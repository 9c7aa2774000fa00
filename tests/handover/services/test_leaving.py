"""A student leaves before the end, comes back, or never left."""

import datetime as dt
import uuid

import pytest

from taoli.accounts.models import RoleHeld
from taoli.care.models import CareCase
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.guidance.models import Appointment, FamilyLink, GuidanceRecord
from taoli.handover.models import Leaving
from taoli.handover.queries.leaving import is_closed
from taoli.handover.services.leaving import come_back, leave, undo_leaving
from taoli.notifications.models import Notice
from taoli.roster.models import ClassStay, Student
from tests.handover.changing import pairing, talked
from tests.world import TODAY, World


def gone(world: World, reason: str = "transferred_out", name: str = "林子涵", **said: object) -> Leaving:
    return leave(by=world.office, student_id=world.students[name].pk, reason=reason, last=TODAY, **said)  # type: ignore[arg-type]


def meeting(world: World, name: str = "林子涵") -> Appointment:
    row = Appointment.objects.create(
        school=world.school, student=world.students[name], mentor=world.staff["王敏"], made_at=clock.now()
    )
    FamilyLink.objects.create(
        school=world.school,
        appointment=row,
        kind="code",
        selector="ABCDE",
        digest="x",
        made_at=clock.now(),
        expires_at=clock.now(),
    )
    return row


def notice(world: World, kind: str, person: uuid.UUID) -> Notice:
    return Notice.objects.create(
        school=world.school, receiver_kind=kind, receiver_id=person, kind="visit", about="x", made_at=clock.now()
    )


def test_everything_that_runs_ends_on_the_last_day(settled: World) -> None:
    visit = meeting(settled)
    told = [
        notice(settled, "student", settled.students["林子涵"].pk),
        notice(settled, "guardian", settled.guardians["林母"].pk),
    ]
    mentors = notice(settled, "staff", settled.staff["王敏"].pk)
    row = gone(settled, note="青岛")
    student = Student.objects.of(settled.school).get(pk=settled.students["林子涵"].pk)
    assert (student.left_on, student.mentor_id) == (TODAY, None)
    assert (pairing(settled, "林子涵").ends, pairing(settled, "林子涵").end_reason) == (TODAY, "transferred_out")
    assert ClassStay.objects.of(settled.school).get(student=student).ends == TODAY
    visit.refresh_from_db()
    assert (visit.state, visit.steps.of(settled.school).get().what) == ("cancelled", "cancelled")
    assert FamilyLink.objects.of(settled.school).get().revoked_at is not None
    assert not Notice.objects.of(settled.school).filter(pk__in=[one.pk for one in told], settled_at=None).exists()
    assert Notice.objects.of(settled.school).get(pk=mentors.pk).settled_at is None
    held = RoleHeld.objects.filter(school=settled.school, ends=None).values_list("role", flat=True)
    assert not {"student", "guardian"} & set(held)
    assert (row.ended, is_closed(settled.school.pk, student.pk)) == ({"appointments": 1, "notices": 2}, True)


def test_credit_stays_with_whoever_earned_it(settled: World) -> None:
    talk = talked(settled, "王敏", "林子涵", TODAY)
    row = gone(settled)
    kept = GuidanceRecord.objects.of(settled.school).get(pk=talk.pk)
    assert (kept.by, kept.pairing_id) == (settled.staff["王敏"], row.pairing_id)


def test_it_can_be_taken_back_as_if_it_had_not_been(settled: World) -> None:
    visit = meeting(settled)
    row = gone(settled)
    for _each in range(2):
        undo_leaving(by=settled.office, pk=row.pk)
    student = Student.objects.of(settled.school).get(pk=settled.students["林子涵"].pk)
    assert (student.left_on, student.mentor) == (None, settled.staff["王敏"])
    assert pairing(settled, "林子涵").ends is None
    visit.refresh_from_db()
    assert (visit.state, visit.steps.of(settled.school).count()) == ("proposed", 0)
    assert gone(settled, "suspended", until=dt.date(2027, 9, 1)).until == dt.date(2027, 9, 1)


def test_what_changed_since_cannot_be_taken_back(settled: World) -> None:
    row = gone(settled)
    Student.objects.of(settled.school).filter(pk=row.student_id).update(left_on=dt.date(2026, 11, 1))
    with pytest.raises(ConflictError, match="林子涵"):
        undo_leaving(by=settled.office, pk=row.pk)
    Leaving.objects.of(settled.school).update(entered_at=clock.now() - dt.timedelta(days=15))
    with pytest.raises(TaoliError, match="复学"):
        undo_leaving(by=settled.office, pk=row.pk)


def test_whoever_paused_comes_back_with_a_mentor(settled: World) -> None:
    row = leave(
        by=settled.office,
        student_id=settled.students["林子涵"].pk,
        reason="suspended",
        last=dt.date(2026, 11, 2),
    )
    room, mentor = settled.classes["高一(2)班"].pk, settled.staff["王敏"].pk
    back = come_back(by=settled.office, pk=row.pk, room_id=room, on=TODAY, mentor_id=mentor)
    assert back.returned_on == TODAY
    assert (pairing(settled, "林子涵").starts, pairing(settled, "林子涵").ends) == (TODAY, None)
    assert not is_closed(settled.school.pk, row.student_id)
    with pytest.raises(ConflictError):
        come_back(by=settled.office, pk=row.pk, room_id=room, on=TODAY)


def test_a_death_is_entered_quietly_and_nobody_is_told(settled: World) -> None:
    before = Notice.objects.of(settled.school).count()
    row = gone(settled, "died")
    assert Notice.objects.of(settled.school).count() == before
    with pytest.raises(TaoliError, match="撤回"):
        come_back(by=settled.office, pk=row.pk, room_id=settled.classes["高一(1)班"].pk, on=TODAY)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"reason": "moved"}, "原因"),
        ({"reason": "other"}, "什么原因"),
        ({"reason": "suspended", "until": dt.date(2026, 11, 1)}, "复学"),
        ({"reason": "other", "note": "x", "last": dt.date(2026, 11, 24)}, "今天"),
        ({"reason": "other", "note": "x", "last": dt.date(2026, 8, 1)}, "2026-09-01"),
    ],
)
def test_wrong_entries_are_refused_in_words(settled: World, said: dict[str, object], words: str) -> None:
    facts = {"reason": "transferred_out", "last": TODAY, **said}
    with pytest.raises(TaoliError, match=words):
        leave(by=settled.office, student_id=settled.students["林子涵"].pk, **facts)  # type: ignore[arg-type]
    assert not Leaving.objects.of(settled.school).exists()


def test_nobody_gives_up_school_in_compulsory_years(settled: World) -> None:
    assert gone(settled, "dropped_out").reason == "dropped_out"
    grade = settled.grades["高一"]
    grade.name = "七年级"
    grade.save()
    with pytest.raises(TaoliError, match="义务教育"):
        gone(settled, "dropped_out", "周一诺")


def test_who_has_left_cannot_leave_again_and_a_stranger_not_at_all(settled: World) -> None:
    gone(settled)
    with pytest.raises(ConflictError):
        gone(settled)
    assert settled.stranger is not None
    with pytest.raises(TaoliError):
        leave(by=settled.office, student_id=settled.stranger.pk, reason="suspended", last=TODAY)
    assert not CareCase.objects.of(settled.school).exists()

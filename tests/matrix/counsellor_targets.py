"""Rows of referrals, sealed notes and reports of harm, for the permission matrix."""

import datetime as dt

from taoli.care.models import GlassBreak, HarmReader, HarmReport, Holding, Referral
from taoli.common import clock
from taoli.common.policy import Role
from taoli.roster.models import Staff, Student
from tests.matrix.targets import Targets, some, student, targets
from tests.world import CAST, TODAY, World


@targets("care.referring")
def referring(world: World, role: Role) -> Targets:
    """The same students as the roster's."""
    return student(world, role)


@targets("care.referral")
def referral(world: World, role: Role) -> Targets:
    """Own: what the person has referred; the others: a colleague's."""
    about, beyond, far = _students(world)
    return some(
        own=_referral(about, _me(world, role)), school=_referral(beyond, world.staff["周宁"]), other=_referral(*far)
    )


@targets("care.waiting")
def waiting(world: World, role: Role) -> Targets:
    """Own: what waits for any counsellor; school: what another counsellor has taken on."""
    about, beyond, far = _students(world)
    taken = _referral(beyond, world.staff["周宁"])
    taken.state, taken.counsellor = Referral.State.CARE, world.staff["周宁"]
    taken.save()
    return some(own=_referral(about, _me(world, role)), school=taken, other=_referral(*far))


@targets("care.sealed_note")
def sealed_note(world: World, role: Role) -> Targets:
    """Own: a student whom the counsellor holds."""
    Holding.objects.get_or_create(
        school=world.school,
        student=world.students["林子涵"],
        counsellor=world.staff["何静"],
        defaults={"starts": clock.now()},
    )
    return student(world, role)


@targets("care.break_glass")
def break_glass(world: World, role: Role) -> Targets:
    """Own: what the person has asked."""
    about, beyond, far = _students(world)
    return some(own=_glass(about, _me(world, role)), school=_glass(beyond, world.staff["周宁"]), other=_glass(*far))


@targets("care.harm")
def harm(world: World, role: Role) -> Targets:
    """Own: what the person has written; the others are told to others."""
    about, beyond, far = _students(world)
    return some(own=_harm(about, _me(world, role)), school=_harm(beyond, world.staff["周宁"]), other=_harm(*far))


def _me(world: World, role: Role) -> Staff:
    return world.staff.get(CAST[role], world.staff["陈立"])


def _students(world: World) -> tuple[Student, Student, tuple[Student, Staff]]:
    assert world.stranger is not None
    far, _made = Staff.objects.get_or_create(school=world.other, number="T001", defaults={"name": "邻校师"})
    return world.students["林子涵"], world.students["吴桐"], (world.stranger, far)


def _referral(about: Student, by: Staff) -> Referral:
    row: Referral = Referral.objects.get_or_create(
        school_id=about.school_id,
        student=about,
        referred_by=by,
        defaults={
            "asked_on": TODAY,
            "asked_at": clock.now(),
            "urgency": Referral.Urgency.ROUTINE,
            "student_consent": Referral.Consent.GIVEN,
            "guardian_consent": Referral.Consent.GIVEN,
        },
    )[0]
    return row


def _glass(about: Student, by: Staff) -> GlassBreak:
    now = clock.now()
    ends = now + dt.timedelta(hours=1)
    row: GlassBreak = GlassBreak.objects.create(
        school_id=about.school_id, student=about, asked_by=by, second=by, asked_at=now, ends_at=ends
    )
    return row


def _harm(about: Student, by: Staff) -> HarmReport:
    now = clock.now()
    row: HarmReport = HarmReport.objects.create(
        school_id=about.school_id, student=about, reported_by=by, known_at=now, entered_at=now
    )
    HarmReader.objects.create(school_id=about.school_id, report=row, staff=by, office=HarmReader.As.REPORTER, at=now)
    return row

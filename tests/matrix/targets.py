"""One row per noun and relation, for the permission matrix.

Relations, as seen by a principal of the cast (`tests.world.CAST`): `own` (the mentor's own mentee or record, the
student's self, the guardian's child), `class` (the homeroom teacher's class, not own), `grade` (another class of the
grade lead's grade), `school` (another grade), `other` (another school). Add a function for each noun with paths.
"""

import uuid
from collections.abc import Callable
from typing import Any

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Role
from taoli.common.tenancy import TenantModel
from taoli.duties.models import MentorRollup
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from taoli.guidance.models import GuidanceRecord
from taoli.matching.models import (
    ChangeAsk,
    ChoiceRound,
    ClassChoice,
    GroupClaim,
    Grouping,
    ListedStudent,
    MatchRun,
    MentorApplication,
    MentorOffer,
    Pairing,
    Seat,
    Wish,
)
from taoli.notifications.models import Notice
from taoli.roster.models import Group, Staff, Student, Term
from taoli.schemes.models import SchemeVersion
from tests.world import CAST, END, START, TODAY, World

Targets = dict[str, TenantModel]
TARGETS: dict[str, Callable[[World, Role], Targets]] = {}


def targets(noun: str) -> Callable[[Callable[[World, Role], Targets]], Callable[[World, Role], Targets]]:
    """Register the targets of a noun: a function (world, role) -> {relation: row}."""

    def register(make: Callable[[World, Role], Targets]) -> Callable[[World, Role], Targets]:
        TARGETS[noun] = make
        return make

    return register


def some(**rows: Any) -> Targets:
    """Drop the relations that a noun does not have."""
    return {relation.rstrip("_"): row for relation, row in rows.items() if row is not None}


@targets("roster.student")
def student(world: World, role: Role) -> Targets:
    """林子涵 is mentored by 王敏, is herself, and is 林母's child; to the others she is of the class."""
    people = world.students
    return some(
        own=people["林子涵"],
        class_=people["孙浩然"],
        grade=people["钱多多"],
        school=people["吴桐"],
        other=world.stranger,
    )


@targets("roster.school_class")
def school_class(world: World, role: Role) -> Targets:
    """Classes have no owner."""
    rooms = world.classes
    assert world.stranger is not None
    return some(
        class_=rooms["高一(1)班"],
        grade=rooms["高一(2)班"],
        school=rooms["高二(1)班"],
        other=world.stranger.school_class,
    )


@targets("roster.staff")
def staff(world: World, role: Role) -> Targets:
    """One's own person, and a colleague."""
    own = {Role.MENTOR: "王敏", Role.HOMEROOM_TEACHER: "李慧", Role.GRADE_LEAD: "赵国栋"}.get(role)
    return some(own=world.staff[own] if own else None, school=world.staff["周宁"])


@targets("notifications.notice")
def notice(world: World, role: Role) -> Targets:
    """A notice to oneself, to somebody else, next door."""
    actor = world.actor(CAST[role])
    assert actor.person_id is not None
    return some(
        own=told(School.objects.get(pk=actor.school_id), actor.person_id),
        school=told(world.school, world.students["吴桐"].pk),
        other=told(world.other, world.students["吴桐"].pk),
    )


def told(school: School, person: uuid.UUID) -> Notice:
    """A notice to somebody."""
    known = {"receiver_kind": "staff", "receiver_id": person, "kind": "step_due", "about": "matrix"}
    return Notice.objects.get_or_create(school=school, **known, defaults={"made_at": clock.now()})[0]


@targets("duties.coverage")
def coverage(world: World, role: Role) -> Targets:
    """Sums over one's own mentees, over another mentor's of the grade, of another grade, next door."""
    return some(
        own=summed(world, "王敏", "高一") if role is Role.MENTOR else None,
        grade=summed(world, "陈立", "高一"),
        school=summed(world, "周宁", "高二"),
        other=summed_next_door(world),
    )


def summed(world: World, mentor: str, grade: str) -> MentorRollup:
    """One sum over a mentor's cells."""
    return MentorRollup.objects.get_or_create(
        school=world.school,
        term=world.term,
        mentor=world.staff[mentor],
        grade_id=world.grades[grade].pk,
        duty="individual",
        period="2026-11",
        defaults={"starts": TODAY, "due": TODAY},
    )[0]


def summed_next_door(world: World) -> MentorRollup:
    """A sum of the other school."""
    term = Term.objects.get_or_create(school=world.other, name="学期", defaults={"starts": START, "ends": END})[0]
    mentor = Staff.objects.get_or_create(school=world.other, number="T001", defaults={"name": "邻师"})[0]
    return MentorRollup.objects.get_or_create(
        school=world.other, term=term, mentor=mentor, duty="individual", defaults={"starts": TODAY, "due": TODAY}
    )[0]


@targets("matching.hand_in")
def hands_in(world: World, role: Role) -> Targets:
    """The same students as the roster's."""
    return student(world, role)


@targets("guidance.student")
def guided(world: World, role: Role) -> Targets:
    """The same students as the roster's."""
    return student(world, role)


WRITERS = {
    Role.MENTOR: ("王敏", "林子涵"),
    Role.HOMEROOM_TEACHER: ("李慧", "林子涵"),
    Role.GRADE_LEAD: ("赵国栋", "钱多多"),
    Role.MORAL_OFFICE: ("孙悦", "吴桐"),
    Role.PRINCIPAL: ("钱程", "吴桐"),
    Role.STUDENT: ("王敏", "林子涵"),
    Role.GUARDIAN: ("王敏", "林子涵"),
}


@targets("guidance.record")
def record(world: World, role: Role) -> Targets:
    """Own: written by the principal of the matrix, or about the student; the others are written by somebody else."""
    own = WRITERS.get(role)
    return some(
        own=written(world, *own) if own else None,
        class_=written(world, "陈立", "孙浩然"),
        grade=written(world, "陈立", "钱多多"),
        school=written(world, "周宁", "吴桐"),
        other=written_next_door(world),
    )


@targets("guidance.mentee_record")
def mentee_record(world: World, role: Role) -> Targets:
    """Own: about the mentor's mentee, written by somebody else."""
    return some(
        own=written(world, "李慧", "林子涵"),
        class_=written(world, "李慧", "孙浩然"),
        grade=written(world, "李慧", "钱多多"),
        school=written(world, "周宁", "吴桐"),
        other=written_next_door(world),
    )


def written(world: World, by: str, about: str) -> GuidanceRecord:
    """A record by somebody about a student."""
    child = world.students[about]
    return _record(world.school, world.staff[by], child)


def written_next_door(world: World) -> GuidanceRecord:
    """A record of the other school."""
    assert world.stranger is not None
    mentor = Staff.objects.get_or_create(school=world.other, number="T001", defaults={"name": "邻师"})[0]
    return _record(world.other, mentor, world.stranger)


def _record(school: School, by: Staff, about: Student) -> GuidanceRecord:
    return GuidanceRecord.objects.create(
        school=school,
        occasion=uuid.uuid4(),
        student=about,
        by=by,
        school_class=about.school_class,
        kind="talk",
        channel="face_to_face",
        held_on=TODAY,
        entered_at=clock.now(),
    )


@targets("evaluation.sheet")
def sheet(world: World, role: Role) -> Targets:
    """A mentor's own sheet, and colleagues'; of a class is that of a mentor who has a student in it."""
    _pairing(world.school, world.students["孙浩然"], world.staff["李慧"])
    own = world.staff["王敏"] if role is Role.MENTOR else None
    return some(
        own=_sheet(world.school, own) if own else None,
        class_=_sheet(world.school, world.staff["李慧"]),
        grade=_sheet(world.school, world.staff["陈立"]),
        school=_sheet(world.school, world.staff["周宁"]),
        other=_sheet(world.other, Staff.objects.get_or_create(school=world.other, number="T001", name="邻师")[0]),
    )


def _sheet(school: School, mentor: Staff) -> AppraisalSheet:
    term = Term.objects.of(school).first() or Term.objects.create(school=school, name="学期", starts=START, ends=END)
    scheme = SchemeVersion.objects.get_or_create(school=school, version=1, preset_key="taigu-no2-2012")[0]
    begun = {"created_at": clock.now(), "state": AppraisalRun.State.SHOWN}
    run = AppraisalRun.objects.get_or_create(school=school, term=term, scheme=scheme, defaults=begun)[0]
    return AppraisalSheet.objects.get_or_create(school=school, run=run, mentor=mentor)[0]


def _matched(make: Callable[[School, Student, Staff], TenantModel], world: World) -> Targets:
    """Own: about 林子涵, with 王敏; the others with colleagues."""
    assert world.stranger is not None
    next_door = Staff.objects.get_or_create(school=world.other, number="T001", defaults={"name": "邻师"})[0]
    return some(
        own=make(world.school, world.students["林子涵"], world.staff["王敏"]),
        class_=make(world.school, world.students["孙浩然"], world.staff["李慧"]),
        grade=make(world.school, world.students["钱多多"], world.staff["陈立"]),
        school=make(world.school, world.students["吴桐"], world.staff["周宁"]),
        other=make(world.other, world.stranger, next_door),
    )


def _round(school: School) -> ChoiceRound:
    term = Term.objects.of(school).first() or Term.objects.create(school=school, name="学期", starts=START, ends=END)
    scheme = SchemeVersion.objects.get_or_create(school=school, version=1, preset_key="taigu-no2-2012")[0]
    known = {"term": term, "scheme": scheme, "name": "双向选择"}
    return ChoiceRound.objects.get_or_create(school=school, **known, defaults={"created_at": clock.now()})[0]


def _wish(school: School, student: Student, mentor: Staff) -> Wish:
    return Wish.objects.get_or_create(school=school, round=_round(school), student=student, mentor=mentor, rank=1)[0]


def _seat(school: School, student: Student, mentor: Staff) -> Seat:
    run = MatchRun.objects.get_or_create(school=school, round=_round(school), created_at=clock.now())[0]
    return Seat.objects.get_or_create(school=school, run=run, student=student, mentor=mentor, reason="wish")[0]


def _pairing(school: School, student: Student, mentor: Staff) -> Pairing:
    return Pairing.objects.get_or_create(
        school=school,
        student=student,
        mentor=mentor,
        school_class=student.school_class,
        scheme=_round(school).scheme,
        starts=START,
    )[0]


@targets("matching.offer")
def offer(world: World, role: Role) -> Targets:
    """The mentor's own part of a round, and colleagues'; it has no class or grade."""
    own = world.staff["王敏"] if role is Role.MENTOR else None
    return some(
        own=_offer(world.school, own) if own else None,
        class_=_offer(world.school, world.staff["李慧"]),
        grade=_offer(world.school, world.staff["陈立"]),
        school=_offer(world.school, world.staff["周宁"]),
        other=_offer(world.other, Staff.objects.get_or_create(school=world.other, number="T001", name="邻师")[0]),
    )


def _offer(school: School, mentor: Staff) -> MentorOffer:
    return MentorOffer.objects.get_or_create(school=school, round=_round(school), staff=mentor)[0]


@targets("matching.wish")
def wish(world: World, role: Role) -> Targets:
    """A student's own wish, and others'."""
    return _matched(_wish, world)


@targets("matching.seat")
def seat(world: World, role: Role) -> Targets:
    """A student's place in a draft."""
    return _matched(_seat, world)


@targets("matching.pairing")
def pairing(world: World, role: Role) -> Targets:
    """The mentor's own mentee, the student's self, the guardian's child."""
    return _matched(_pairing, world)


def _by_class(make: Callable[[School, Student, Staff], TenantModel], world: World) -> Targets:
    """Rows that belong to a class and have no owner."""
    found = _matched(make, world)
    del found["own"]
    return found


@targets("matching.listing")
def listing(world: World, role: Role) -> Targets:
    """Students applied for."""
    return _by_class(_listed, world)


@targets("matching.class_choice")
def class_choice(world: World, role: Role) -> Targets:
    """The mentors classes have settled on."""
    return _by_class(_class_choice, world)


@targets("matching.grouping")
def grouping(world: World, role: Role) -> Targets:
    """Drafts of groups."""
    return _by_class(_grouping, world)


@targets("matching.application")
def application(world: World, role: Role) -> Targets:
    """The mentor's own application, and colleagues'."""
    return _matched(_application, world)


@targets("matching.claim")
def claim(world: World, role: Role) -> Targets:
    """The mentor's own claim, and colleagues'."""
    return _matched(_claim, world)


def _listed(school: School, student: Student, mentor: Staff) -> ListedStudent:
    known = {"round": _round(school), "student": student}
    return ListedStudent.objects.get_or_create(school=school, **known, defaults={"saved_at": clock.now()})[0]


def _class_choice(school: School, student: Student, mentor: Staff) -> ClassChoice:
    known = {"round": _round(school), "school_class": student.school_class}
    defaults = {"saved_at": clock.now(), "mentor": mentor}
    return ClassChoice.objects.get_or_create(school=school, **known, defaults=defaults)[0]


def _grouping(school: School, student: Student, mentor: Staff) -> Grouping:
    known = {"round": _round(school), "school_class": student.school_class}
    defaults = {"created_at": clock.now(), "kind": Group.Kind.STUDY_GROUP}
    return Grouping.objects.get_or_create(school=school, **known, defaults=defaults)[0]


def _application(school: School, student: Student, mentor: Staff) -> MentorApplication:
    known = {"round": _round(school), "staff": mentor}
    defaults = {"saved_at": clock.now(), "wanted": 5}
    return MentorApplication.objects.get_or_create(school=school, **known, defaults=defaults)[0]


def _claim(school: School, student: Student, mentor: Staff) -> GroupClaim:
    group = Group.objects.get_or_create(school=school, kind=Group.Kind.STUDY_GROUP, name="组", school_class=None)[0]
    known = {"round": _round(school), "group": group, "mentor": mentor}
    return GroupClaim.objects.get_or_create(school=school, **known, defaults={"saved_at": clock.now()})[0]


@targets("matching.agreement")
def agreement(world: World, role: Role) -> Targets:
    """Signed under a pairing."""
    return _matched(_pairing, world)


@targets("matching.meeting")
def meeting(world: World, role: Role) -> Targets:
    """Held with the students of pairings."""
    return _matched(_pairing, world)


def _ask(school: School, student: Student, _mentor: Staff) -> ChangeAsk:
    return ChangeAsk.objects.get_or_create(school=school, student=student, defaults={"asked_at": clock.now()})[0]


@targets("matching.change_ask")
def change_ask(world: World, role: Role) -> Targets:
    """A student's own request, and others'."""
    return _matched(_ask, world)

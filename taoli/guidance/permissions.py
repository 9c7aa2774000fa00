"""Who writes and reads records; data levels."""

import uuid
from collections.abc import Callable

from django.db.models import Q

from taoli.common import clock
from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.guidance.models import UnsafeRing
from taoli.roster.models import GroupMember
from taoli.roster.permissions import met_on_duty, own_children, own_students, visited_children

# Rows are students: for whom may I write, whose story may I open.
GUIDED = policy(
    "guidance.student",
    paths={
        Reach.OWN: own_students("mentor_id"),
        Reach.SELF: "pk",
        Reach.CHILD: own_children("pk"),
        Reach.CLASS: "school_class_id",
        Reach.GRADE: "school_class__grade_id",
    },
    record={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    timeline={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.ASSESSOR: Reach.SCHOOL,
        Role.STUDENT: Reach.SELF,
        Role.GUARDIAN: Reach.CHILD,
    },
)

# Rows are students: of whom dormitory and duty staff write down what they saw, in their turns and shortly after.
MET = policy(
    "guidance.met",
    paths={Reach.OWN: met_on_duty},
    record={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
    },
)

# view: both texts. evidence: that it took place, when, with whom. view_printed: evidence and the printed sentence.
RECORD = policy(
    "guidance.record",
    paths={
        Reach.OWN: "by_id",
        Reach.SELF: "student_id",
        Reach.CHILD: own_children("student_id"),
        Reach.CLASS: "student__school_class_id",
        Reach.GRADE: "student__school_class__grade_id",
    },
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    evidence={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.ASSESSOR: Reach.SCHOOL,
    },
    view_printed={Role.STUDENT: Reach.SELF, Role.GUARDIAN: Reach.CHILD},
    # Only the writer changes what was written, whatever else the writer may read.
    correct={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
    },
)

# The same rows seen by the student's mentor of today, whoever wrote them.
MENTEE_RECORD = policy(
    "guidance.mentee_record",
    paths={Reach.OWN: own_students("student__mentor_id")},
    view={Role.MENTOR: Reach.OWN},
)

declare(
    "guidance.GuidanceRecord",
    L2="id school occasion student by pairing school_class kind channel made guidances theme place held_on entered_at "
    "entered_by minutes planned state version replaces",
    L3="private_text next_step next_on correction_reason",
)

# Unsent words are their author's alone: no office, no leader, no stand-in.
DRAFT = policy(
    "guidance.draft",
    paths={Reach.OWN: "author_id"},
    keep={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
    },
)

declare("guidance.RecordDraft", L2="id school author key path saved_at settled_at", L3="fields")
declare("guidance.StepTick", L2="id school record done at")
declare("guidance.RecordFile", L2="id school occasion by media_type size added_at", L3="name data")
declare("guidance.FamilyText", L2="id school occasion student by withheld said_at closed_at", L3="text")
declare("guidance.RecordGram", L2="id school record", L3="gram")
# Sheets to tick on paper: printed for mentors and typed for them; who types writes in the name of who held the talk.
TICK_SHEET = policy(
    "guidance.tick_sheet",
    paths={},
    print={Role.MORAL_OFFICE: Reach.SCHOOL},
    type={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare("guidance.TickSheet", L2="id school mentor monday code students days ways made_at typed_at typed_by")


# Appointments with families. The second adult reaches what the first does; whoever stands in, too.
_of_staff = own_students("mentor_id")


def _own_appointments(school_id: int, staff_id: uuid.UUID) -> Q:
    return _of_staff(school_id, staff_id) | Q(second_id=staff_id)


APPOINTMENT = policy(
    "guidance.appointment",
    paths={
        Reach.OWN: _own_appointments,
        Reach.CHILD: visited_children("student_id"),
        Reach.CLASS: "student__school_class_id",
        Reach.GRADE: "student__school_class__grade_id",
    },
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    # Offers, answers heard by word of mouth, slips: the mentor's, and the class's or the school's office for those who
    # have no phone.
    edit={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.OWN,
    },
    # On the way and afterwards: only who goes there.
    hold={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
    },
    answer={Role.GUARDIAN: Reach.CHILD},
)

MESSAGE = policy(
    "guidance.family_message",
    paths={Reach.OWN: own_students("mentor_id"), Reach.CHILD: "guardian_id"},
    read={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
    },
    send={Role.GUARDIAN: Reach.CHILD},
)

CORRECTION = policy(
    "guidance.family_correction",
    paths={Reach.CHILD: "guardian_id", Reach.CLASS: "student__school_class_id"},
    answer={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
    ask={Role.GUARDIAN: Reach.CHILD},
)

declare(
    "guidance.Appointment",
    L2="id school student mentor second state place starts minutes answered_at arrived_at back_by back_at "
    "asked_back_at occasion made_at edit",
    L3="two_adults place_note topics family_words family_note",
)
declare("guidance.AppointmentSibling", L2="id school appointment student")
declare("guidance.AppointmentSlot", L2="id school appointment side starts closed_at")
declare("guidance.AppointmentStep", L2="id school appointment at side person_id name what facts")
declare(
    "guidance.FamilyLink",
    L2="id school appointment kind made_at expires_at revoked_at opened_at failures failed_at",
    L3="selector digest",
)
declare(
    "guidance.FamilyMessage",
    L2="id school student guardian mentor sent_at read_at answered_at",
    L3="text answer",
)
declare(
    "guidance.FamilyCorrection",
    L2="id school student guardian state asked_at due_on answered_at answered_by",
    L3="text answer",
)


def asked_me(_school_id: int, staff_id: uuid.UUID) -> Q:
    """Return the wishes to talk that were sent to an adult, or passed on to the adult after two silences."""
    return Q(adult_id=staff_id) | Q(passed_to_id=staff_id)


def rung(school_id: int, staff_id: uuid.UUID) -> Q:
    """Return the alarms for which an adult was rung, or follows up."""
    rings = UnsafeRing.objects.of(school_id).filter(staff_id=staff_id)
    return Q(pk__in=rings.values("alarm_id")) | Q(follow_up_id=staff_id)


# A wish to talk is between the student and the adult it was sent to: no reach but these two, for no role.
TALK = policy(
    "guidance.talk",
    paths={Reach.OWN: asked_me, Reach.SELF: "student_id"},
    ask={Role.STUDENT: Reach.SELF},
    answer={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
        Role.COUNSELLOR: Reach.OWN,
    },
)

# Rows are students: for whom slips are printed, whose slips are typed.
TALK_CODE = policy(
    "guidance.talk_code",
    paths={Reach.CLASS: "school_class_id"},
    issue={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
    type={Role.MORAL_OFFICE: Reach.SCHOOL},
)

# Whoever was rung must be able to open it, whatever else the person may see.
UNSAFE = policy(
    "guidance.unsafe",
    paths={Reach.OWN: rung, Reach.SELF: "student_id"},
    press={Role.STUDENT: Reach.SELF},
    answer={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
        Role.ASSESSOR: Reach.OWN,
        Role.COUNSELLOR: Reach.OWN,
        Role.ADMIN: Reach.OWN,
    },
)

declare(
    "guidance.TalkAsk",
    L2="id school",
    L3="student adult office text source asked_at due_at state read_at answer answered_at may_pass reminded_at "
    "passed_at passed_to",
)
declare("guidance.TalkCode", L2="id school student kind made_at used_at failures failed_at", L4="selector digest")
declare(
    "guidance.UnsafeAlarm",
    L2="id school",
    L3="student source pressed_at last_pressed_at presses state waves rounds rung_at answered_by answered_at closed_by "
    "closed_at outcome note follow_up follow_on",
)
declare("guidance.UnsafeRing", L2="id school alarm staff rank wave at channels")


def _groups_of_students(students: Callable[[int, uuid.UUID], Q]) -> Callable[[int, uuid.UUID], Q]:
    """Return the path from a group to students: those who are members today."""

    def rows(school_id: int, person_id: uuid.UUID) -> Q:
        today = clock.today()
        live = Q(starts__lte=today) & (Q(ends=None) | Q(ends__gte=today))
        members = GroupMember.objects.of(school_id).filter(live & students(school_id, person_id))
        return Q(pk__in=members.values("group_id"))

    return rows


def _member(_school_id: int, student_id: uuid.UUID) -> Q:
    return Q(student_id=student_id)


# What a student writes is between student and mentor; the homeroom teacher may read it and each reading is logged.
# Guardians do not read it (a reflection nobody at home reads is an honest one), nor does the office: it sees that it
# was handed in.
PAPER = policy(
    "guidance.paper",
    paths={
        Reach.OWN: own_students("student__mentor_id"),
        Reach.SELF: "student_id",
        Reach.CLASS: "student__school_class_id",
        Reach.GRADE: "student__school_class__grade_id",
    },
    view={Role.STUDENT: Reach.SELF, Role.MENTOR: Reach.OWN, Role.HOMEROOM_TEACHER: Reach.CLASS},
    answer={Role.MENTOR: Reach.OWN},
    evidence={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.STUDENT: Reach.SELF,
    },
)

# Rows are students: who writes papers. enter: papers of these students typed by a clerk.
WRITER = policy(
    "guidance.writer",
    paths={Reach.SELF: "pk", Reach.CLASS: "school_class_id"},
    write={Role.STUDENT: Reach.SELF},
    enter={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
)

# Rows are groups: members of today and the mentors of members.
GROUP = policy(
    "guidance.group",
    paths={
        Reach.SELF: _groups_of_students(_member),
        Reach.OWN: _groups_of_students(own_students("student__mentor_id")),
    },
    view={Role.STUDENT: Reach.SELF, Role.MENTOR: Reach.OWN},
    suggest={Role.STUDENT: Reach.SELF},
    hide={Role.MENTOR: Reach.OWN},
)

declare(
    "guidance.StudentPaper",
    L2="id school occasion kind student school_class mentor record period source held_on entered_at entered_by late "
    "state version replaces read_at read_by",
    L3="answers answer",
)
declare(
    "guidance.GroupSuggestion",
    L2="id school group student made_at hidden_at hidden_by taken_back_at",
    L3="text hidden_reason",
)


# Rows are letters from phones. view: its writer; decide: who looks through what a writer can no longer send oneself.
OUTBOX = policy(
    "guidance.outbox",
    paths={Reach.OWN: "staff_id", Reach.CLASS: "school_class_id", Reach.GRADE: "grade_id"},
    write={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.OWN,
        Role.GRADE_LEAD: Reach.OWN,
        Role.MORAL_OFFICE: Reach.OWN,
        Role.PRINCIPAL: Reach.OWN,
    },
    decide={
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
)

declare(
    "guidance.OfflineDevice",
    L2="id school account_id staff made_at seen_at closed_at last_number",
    L4="token_hash",
)
declare(
    "guidance.OutboxItem",
    L2="id school device staff op number state code school_class grade written_at received_at decided_by decided_at",
    L3="reason content sealed decision",
)

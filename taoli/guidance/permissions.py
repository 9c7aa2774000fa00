"""Who writes and reads records; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.permissions import own_children, own_students

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

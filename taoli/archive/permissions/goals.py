"""Who reaches goals, sheets and codes; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.permissions import own_children, own_students

# Rows are students. view: the words; guardians, too: a goal is what a child tells at home, and where it hangs on the
# wall anyway (reflections and reports are between student and mentor, guidance.paper). evidence: that there are goals,
# how many, how many reached. The administrator and assessors see nothing.
GOALS = policy(
    "archive.goals",
    paths={
        Reach.OWN: own_students("mentor_id"),
        Reach.SELF: "pk",
        Reach.CHILD: own_children("pk"),
        Reach.CLASS: "school_class_id",
        Reach.GRADE: "school_class__grade_id",
    },
    write={Role.STUDENT: Reach.SELF},
    suggest={Role.MENTOR: Reach.OWN},
    view={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.STUDENT: Reach.SELF,
        Role.GUARDIAN: Reach.CHILD,
    },
    evidence={
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
)

# Rows are students: whose paper sheets may be printed and typed, for whom codes of a lesson are made.
SHEETS = policy(
    "archive.sheets",
    paths={Reach.CLASS: "school_class_id"},
    issue={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
)

# Nobody but the student, and even the student only with the phrase (decision 0018).
NOTE = policy("archive.note", paths={Reach.SELF: "student_id"}, own={Role.STUDENT: Reach.SELF})

declare(
    "archive.Goal",
    L2="id school student term state suggested_by source set_on entered_at entered_by closed_at cheered_by cheered_at "
    "edit",
    L3="text outcome cheer",
)
declare("archive.GoalStep", L2="id school goal place by_on done_on dropped_at", L3="text")
declare("archive.SealedNote", L2="id school student written_at dropped_at", L4="sealed")
declare("archive.SeatCode", L2="id school student made_at ends_at failures failed_at", L4="selector digest")

"""Who reaches rounds, wishes, drafts and pairings; data levels."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.permissions import own_children

ROUND = policy(
    "matching.round",
    paths={},
    view={
        Role.GRADE_LEAD: Reach.SCHOOL,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

# How many wished for whom is seen by the officer who runs the round, and by nobody else.
WISH = policy(
    "matching.wish",
    paths={Reach.SELF: "student_id"},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.STUDENT: Reach.SELF},
    write={Role.STUDENT: Reach.SELF},
    enter={Role.MORAL_OFFICE: Reach.SCHOOL},
)

# A homeroom teacher only while the scheme's adjust step names the lead mentor and it is its turn (queries.board).
SEAT = policy(
    "matching.seat",
    paths={Reach.CLASS: "student__school_class_id", Reach.GRADE: "student__school_class__grade_id"},
    view={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.GRADE_LEAD: Reach.GRADE, Role.MORAL_OFFICE: Reach.SCHOOL},
    move={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.GRADE_LEAD: Reach.GRADE, Role.MORAL_OFFICE: Reach.SCHOOL},
    override={Role.MORAL_OFFICE: Reach.SCHOOL},
)

PAIRING = policy(
    "matching.pairing",
    paths={
        Reach.OWN: "mentor_id",
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
        Role.STUDENT: Reach.SELF,
        Role.GUARDIAN: Reach.CHILD,
    },
    list={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
    own={Role.STUDENT: Reach.SELF, Role.GUARDIAN: Reach.CHILD},
    end={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare("matching.ChoiceRound", L2="id school term scheme name unit grades state created_at")
declare("matching.RoundStep", L2="id school round place kind by opens closes done_at done_by")
declare("matching.MentorOffer", L2="id school round staff minimum target maximum absent")
declare("matching.WishSheet", L2="id school round student source saved_at late entered_by edit")
declare("matching.Wish", L2="id school round", L3="student mentor rank reason")
declare(
    "matching.WishImport",
    L2="id school round file_name state problems created_at applied_at",
    L3="staged",
)
declare(
    "matching.MatchRun",
    L2="id school round mode seed state input_hash created_at edit job_id",
    L3="stats certificate findings problem",
)
declare("matching.Seat", L2="id school run student mentor group moved_by edit", L3="rank reason params moved_reason")
declare("matching.SeatMove", L2="id school run number student source target by at override undoes", L3="reason")
declare(
    "matching.Pairing",
    L2="id school student mentor group school_class scheme run starts ends end_reason",
    L3="reason",
)

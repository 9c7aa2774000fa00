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

# A mentor's own part of a round: introduction, 优先 and 可以. The office may type it from paper.
OFFER = policy(
    "matching.offer",
    paths={Reach.OWN: "staff_id"},
    write={Role.MENTOR: Reach.OWN, Role.MORAL_OFFICE: Reach.SCHOOL},
    coordinate={Role.MORAL_OFFICE: Reach.SCHOOL},
)

# How many wished for whom is seen by the officer who runs the round, and by nobody else.
WISH = policy(
    "matching.wish",
    paths={Reach.SELF: "student_id"},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.STUDENT: Reach.SELF},
    write={Role.STUDENT: Reach.SELF},
    enter={Role.MORAL_OFFICE: Reach.SCHOOL},
)

# Rows are students: who of them has handed in wishes (never which), their codes and links, a second chance.
HAND_IN = policy(
    "matching.hand_in",
    paths={Reach.CLASS: "school_class_id", Reach.GRADE: "school_class__grade_id"},
    view={
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
    },
    issue={Role.MORAL_OFFICE: Reach.SCHOOL},
    allow={Role.MORAL_OFFICE: Reach.SCHOOL},
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

LISTING = policy(
    "matching.listing",
    paths={Reach.CLASS: "student__school_class_id", Reach.GRADE: "student__school_class__grade_id"},
    edit={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.GRADE_LEAD: Reach.GRADE, Role.MORAL_OFFICE: Reach.SCHOOL},
    settle={Role.GRADE_LEAD: Reach.GRADE, Role.MORAL_OFFICE: Reach.SCHOOL},
)

APPLICATION = policy(
    "matching.application",
    paths={Reach.OWN: "staff_id"},
    write={Role.MENTOR: Reach.OWN},
    decide={Role.MORAL_OFFICE: Reach.SCHOOL},
)

CLASS_CHOICE = policy(
    "matching.class_choice",
    paths={Reach.CLASS: "school_class_id", Reach.GRADE: "school_class__grade_id"},
    write={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
)

GROUPING = policy(
    "matching.grouping",
    paths={Reach.CLASS: "school_class_id", Reach.GRADE: "school_class__grade_id"},
    edit={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.GRADE_LEAD: Reach.GRADE, Role.MORAL_OFFICE: Reach.SCHOOL},
)

# Who claimed what is seen by the claimant and by the officer who runs the round.
CLAIM = policy(
    "matching.claim",
    paths={Reach.OWN: "mentor_id"},
    write={Role.MENTOR: Reach.OWN, Role.MORAL_OFFICE: Reach.SCHOOL},
    count={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare(
    "matching.ChoiceRound",
    L2="id school term scheme name unit grades state created_at officer max_classes",
    L3="category_caps",
)
# Both read pairings: who says yes to an agreement, who enters what was signed on paper, who notes a first meeting.
AGREEMENT = policy(
    "matching.agreement",
    paths=PAIRING.paths,
    sign={Role.MENTOR: Reach.OWN, Role.STUDENT: Reach.SELF, Role.GUARDIAN: Reach.CHILD},
    enter={Role.HOMEROOM_TEACHER: Reach.CLASS, Role.MORAL_OFFICE: Reach.SCHOOL},
)

MEETING = policy("matching.meeting", paths=PAIRING.paths, hold={Role.MENTOR: Reach.OWN})

# What happens during the year is the office's; who asked for another mentor is known to nobody else.
YEAR = policy("matching.year", paths={}, view={Role.MORAL_OFFICE: Reach.SCHOOL}, edit={Role.MORAL_OFFICE: Reach.SCHOOL})

CHANGE_ASK = policy(
    "matching.change_ask",
    paths={Reach.SELF: "student_id", Reach.CHILD: own_children("student_id")},
    view={Role.MORAL_OFFICE: Reach.SCHOOL},
    answer={Role.MORAL_OFFICE: Reach.SCHOOL},
    ask={Role.STUDENT: Reach.SELF, Role.GUARDIAN: Reach.CHILD},
)

declare("matching.RoundStep", L2="id school round place kind by opens closes done_at done_by")
declare(
    "matching.MentorOffer",
    L1="introduction subjects places",
    L2="id school round staff minimum target maximum absent everywhere introduced_at marked_at",
)
declare("matching.MentorMark", L2="id school round", L3="mentor student mark")
declare("matching.Coordination", L2="id school round asked_at settled_at", L3="mentor student reason")
declare("matching.RoundRule", L2="id school round made_at made_by dropped_at", L3="kind mentor reason")
declare("matching.RuledStudent", L2="id school rule", L3="student")
declare("matching.WishSheet", L2="id school round student source saved_at late entered_by edit")
declare("matching.ChoiceCode", L2="id school round student kind made_at failures failed_at", L4="selector digest")
declare("matching.LateChoice", L2="id school round student allowed_at allowed_by used_at", L3="reason")
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
declare("matching.ListedStudent", L2="id school round entered_by saved_at", L3="student reason")
declare(
    "matching.MentorApplication",
    L1="introduction",
    L2="id school round staff wanted state entered_by saved_at edit",
    L3="remark",
)
declare("matching.Nomination", L2="id school round staff office entered_by saved_at")
declare("matching.ClassChoice", L2="id school round school_class mentor officers entered_by saved_at")
declare(
    "matching.Grouping",
    L2="id school round school_class kind state groups asked before created_at edit",
    L3="values",
)
declare("matching.GroupClaim", L2="id school round group mentor entered_by saved_at")
declare("matching.AgreementText", L2="id school round number text made_at")
declare("matching.Agreement", L2="id school round pairing text mentor_on student_on guardian_on paper")
declare("matching.AppointmentLetter", L2="id school round mentor handed_on")
declare("matching.FirstMeeting", L2="id school round mentor at place held_on absent")
declare("matching.YearChange", L2="id school kind starts reason by_id at undone_at", L3="shifts more note")
declare("matching.ChangeAsk", L2="id school asked_at answered_at", L3="student guardian reason state answer")

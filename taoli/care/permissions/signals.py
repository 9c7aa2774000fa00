"""Who sees what the rules have said. Never the student, the family, the administrator, an assessor."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy
from taoli.roster.permissions import own_students

# A low mood is for the mentor's eyes only, to whom the student wrote it (queries.signals).
SIGNAL = policy(
    "care.signal",
    paths={
        Reach.OWN: own_students("student__mentor_id"),
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
    dismiss={
        Role.MENTOR: Reach.OWN,
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
    },
)

SIGNAL_RULES = policy(
    "care.signal_rules",
    paths={},
    view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
    edit={Role.MORAL_OFFICE: Reach.SCHOOL},
)

declare(
    "care.Signal",
    L2="id school fired_on state closed_at closed_by",
    L3="student rule facts reason",
)
declare(
    "care.SignalSettings",
    L2="id school off contact_weeks fall_times fall_weeks absences absence_weeks adults adult_weeks moods mood_weeks "
    "refreshed_at edit",
)

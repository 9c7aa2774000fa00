"""Who opens which first page; a page has no rows of its own: the nouns of earlier apps decide what it shows."""

from taoli.common.levels import declare
from taoli.common.policy import Reach, Role, policy

TODAY = policy("home.today", paths={}, view={Role.MENTOR: Reach.SCHOOL})

DESK = policy(
    "home.desk",
    paths={},
    view={
        Role.GRADE_LEAD: Reach.SCHOOL,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
)

CLASS_MAP = policy(
    "home.class_map",
    paths={},
    view={
        Role.HOMEROOM_TEACHER: Reach.SCHOOL,
        Role.GRADE_LEAD: Reach.SCHOOL,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
)

COVERAGE = policy(
    "home.coverage",
    paths={},
    view={
        Role.GRADE_LEAD: Reach.SCHOOL,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
)

STUDENT_HOME = policy("home.student_home", paths={}, view={Role.STUDENT: Reach.SCHOOL})

FAMILY_HOME = policy("home.family_home", paths={}, view={Role.GUARDIAN: Reach.SCHOOL})

DEPLOYMENT = policy("home.deployment", paths={}, view={Role.MORAL_OFFICE: Reach.SCHOOL, Role.ADMIN: Reach.SCHOOL})

# Whoever works with students finds people and records; what is found is decided by the nouns of earlier apps.
SEARCH = policy(
    "home.search",
    paths={},
    view={
        Role.MENTOR: Reach.SCHOOL,
        Role.HOMEROOM_TEACHER: Reach.SCHOOL,
        Role.GRADE_LEAD: Reach.SCHOOL,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
)

# The week of a class or grade, for those who lead one.
DIGEST = policy(
    "home.digest",
    paths={},
    view={Role.HOMEROOM_TEACHER: Reach.SCHOOL, Role.GRADE_LEAD: Reach.SCHOOL},
)

GRADE_MAP = policy(
    "home.grade_map",
    paths={},
    view={
        Role.GRADE_LEAD: Reach.SCHOOL,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
)

declare("home.SetAside", L2="id school staff student way until made_at withdrawn_at", L3="reason")
declare("home.OwnHours", L2="id school staff evenings")
declare("home.CalendarFeed", L2="id school staff account made_at revoked_at fetched_at fetches", L3="digest")


# Who may open the card at all; that it shows anything only while on duty, or for a reason, the query decides.
NIGHT_CARD = policy(
    "home.night_card",
    paths={},
    view={
        Role.MENTOR: Reach.SCHOOL,
        Role.HOMEROOM_TEACHER: Reach.SCHOOL,
        Role.GRADE_LEAD: Reach.SCHOOL,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
        Role.ASSESSOR: Reach.SCHOOL,
        Role.ADMIN: Reach.SCHOOL,
    },
    without_duty={Role.GRADE_LEAD: Reach.SCHOOL, Role.MORAL_OFFICE: Reach.SCHOOL, Role.PRINCIPAL: Reach.SCHOOL},
)

"""Who opens which first page; a page has no rows of its own: the nouns of earlier apps decide what it shows."""

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

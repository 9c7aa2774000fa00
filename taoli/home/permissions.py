"""Who opens which first page; which rows it shows is decided by the nouns of the earlier apps."""

from taoli.common.policy import Reach, Role, policy

TODAY = policy("home.today", paths={}, view={Role.MENTOR: Reach.OWN})

DESK = policy(
    "home.desk",
    paths={},
    view={
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
)

CLASS_MAP = policy(
    "home.class_map",
    paths={},
    view={
        Role.HOMEROOM_TEACHER: Reach.CLASS,
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
)

COVERAGE = policy(
    "home.coverage",
    paths={},
    view={
        Role.GRADE_LEAD: Reach.GRADE,
        Role.MORAL_OFFICE: Reach.SCHOOL,
        Role.PRINCIPAL: Reach.SCHOOL,
    },
)

STUDENT_HOME = policy("home.student_home", paths={}, view={Role.STUDENT: Reach.SELF})

FAMILY_HOME = policy("home.family_home", paths={}, view={Role.GUARDIAN: Reach.CHILD})

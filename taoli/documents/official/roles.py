"""Who may print forms about people: three circles that most forms share."""

from taoli.common.policy import Role

# Whose reach over students the queries know.
STAFF = (Role.MENTOR, Role.HOMEROOM_TEACHER, Role.GRADE_LEAD, Role.MORAL_OFFICE, Role.PRINCIPAL)
# A mentor's own book and its readers: a class is too small a part of it.
OF_MENTOR = (Role.MENTOR, Role.GRADE_LEAD, Role.MORAL_OFFICE, Role.PRINCIPAL)
# Where a student's own words or a family's telephones stand on it.
CLOSE = (Role.MENTOR, Role.HOMEROOM_TEACHER, Role.MORAL_OFFICE)

"""The roles as people say them."""

from typing import Any

from django.utils.translation import pgettext_lazy

from taoli.common.policy import Role

ROLES: dict[str, Any] = {
    Role.MENTOR: pgettext_lazy("role", "Mentor"),
    Role.HOMEROOM_TEACHER: pgettext_lazy("role", "Homeroom teacher"),
    Role.GRADE_LEAD: pgettext_lazy("role", "Grade lead"),
    Role.MORAL_OFFICE: pgettext_lazy("role", "Moral office"),
    Role.PRINCIPAL: pgettext_lazy("role", "Principal"),
    Role.ASSESSOR: pgettext_lazy("role", "Assessor"),
    Role.COUNSELLOR: pgettext_lazy("role", "Counsellor"),
    Role.ADMIN: pgettext_lazy("role", "Administrator"),
    Role.STUDENT: pgettext_lazy("role", "Student"),
    Role.GUARDIAN: pgettext_lazy("role", "Parent"),
    Role.SOCIAL_MENTOR: pgettext_lazy("role", "Social mentor"),
    Role.OFFICER: pgettext_lazy("role", "Bureau officer"),
    Role.REVIEWER: pgettext_lazy("role", "Reviewer"),
    Role.STATION_STAFF: pgettext_lazy("role", "Station staff"),
}

"""What may be counted, in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy

MEASURE_NAMES: Mapping[str, Any] = {
    "students": pgettext_lazy("measure", "students"),
    "without_mentor": pgettext_lazy("measure", "students without a mentor"),
    "families_home": pgettext_lazy("measure", "families visited at home"),
    "families_school": pgettext_lazy("measure", "families met at school"),
    "families_elsewhere": pgettext_lazy("measure", "families met at a third place"),
    "families_video": pgettext_lazy("measure", "families met by video"),
    "families_declined": pgettext_lazy("measure", "families who would rather not"),
    "cases_open": pgettext_lazy("measure", "students with an open case of key attention"),
    "cases_reviewed": pgettext_lazy("measure", "of them with the day of review still ahead"),
    "cases_closed": pgettext_lazy("measure", "students whose case was closed this school year"),
    "talks": pgettext_lazy("measure", "talks (students reached, each time)"),
    "contacts": pgettext_lazy("measure", "contacts with families"),
    "group_activities": pgettext_lazy("measure", "group activities"),
    "class_conferences": pgettext_lazy("measure", "class conferences"),
    "consultations": pgettext_lazy("measure", "grade consultations"),
    "mentors": pgettext_lazy("measure", "mentors"),
    "mentors_without": pgettext_lazy("measure", "mentors without students"),
    "mentors_trained": pgettext_lazy("measure", "mentors who took part in training this term"),
    "packages_sent": pgettext_lazy("measure", "handover packages sent this school year"),
    "receipts_lacking": pgettext_lazy("measure", "of them still without a receipt"),
    "principal_meetings": pgettext_lazy("measure", "principal's meetings"),
    "parent_lectures": pgettext_lazy("measure", "parents' school sessions"),
    "mentor_lectures": pgettext_lazy("measure", "lectures given by mentors"),
    "trainings": pgettext_lazy("measure", "training sessions"),
    "training_hours": pgettext_lazy("measure", "hours of training, all mentors together"),
    "met_talk": pgettext_lazy("measure", "requirements met by talks"),
    "met_contact": pgettext_lazy("measure", "requirements met by contact with families"),
    "met_visit": pgettext_lazy("measure", "requirements met by home visits"),
    "met_group": pgettext_lazy("measure", "requirements met by group activities"),
    "met_other": pgettext_lazy("measure", "other requirements met"),
}
STAGE_NAMES: Mapping[str, Any] = {
    "primary": gettext_lazy("primary school"),
    "junior": gettext_lazy("junior secondary"),
    "senior": gettext_lazy("senior secondary"),
    "vocational": gettext_lazy("vocational school"),
}


def measure_name(key: str) -> str:
    """Return a measure in words; an unknown key as it is."""
    return str(MEASURE_NAMES.get(key, key))

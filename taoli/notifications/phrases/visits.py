"""Appointments with families, and what families write."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.notifications.phrases.kind import Kind, Values, day, moment, one_of, plain

_visit_answered = one_of(
    "state",
    {
        "agreed": gettext_lazy("The family of %(student)s has taken one of the times you offered."),
        "countered": gettext_lazy("The family of %(student)s asks for another time or place."),
        "declined": gettext_lazy("The family of %(student)s does not need an appointment this time."),
    },
)


def _visit_agreed(values: Values) -> str:
    words = {"student": values["student"], "mentor": values["mentor"]}
    if values["state"] != "agreed" or not values.get("at"):
        return _("The appointment about %(student)s with %(mentor)s has been called off.") % words
    return _("The appointment about %(student)s with %(mentor)s is agreed: %(when)s.") % {
        **words,
        "when": moment(values["at"]),
    }


def _visit_tomorrow(values: Values) -> str:
    return _("Tomorrow, %(when)s: the appointment with the family of %(student)s.") % {
        "when": moment(values["at"]),
        "student": values["student"],
    }


def _family_correction(values: Values) -> str:
    return _("The family of %(student)s asks for a correction. Please answer by %(day)s.") % {
        "student": values["student"],
        "day": day(values["due"]),
    }


KINDS: Mapping[str, Kind] = {
    "visit_offered": Kind(
        gettext_lazy("A mentor would like to meet us"),
        plain(gettext_lazy("%(mentor)s would like to talk with you about %(student)s. Please choose a time.")),
    ),
    "visit_answered": Kind(gettext_lazy("A family has answered"), _visit_answered),
    "visit_agreed": Kind(gettext_lazy("An appointment is agreed or called off"), _visit_agreed),
    "visit_second": Kind(
        gettext_lazy("I am asked to come along on a visit"),
        plain(gettext_lazy("%(mentor)s asks you to come along to the family of %(student)s.")),
    ),
    "visit_tomorrow": Kind(gettext_lazy("An appointment tomorrow"), _visit_tomorrow),
    "visit_not_back": Kind(
        gettext_lazy("A colleague has not said to be back from a visit"),
        plain(gettext_lazy("%(mentor)s has not yet said to have left the family visited. Please telephone.")),
        safety=True,
    ),
    "family_message": Kind(
        gettext_lazy("A family has written to me"),
        plain(gettext_lazy("The family of %(student)s has written you a message.")),
    ),
    "family_message_answered": Kind(
        gettext_lazy("The mentor has answered us"),
        plain(gettext_lazy("%(mentor)s has answered your message about %(student)s.")),
    ),
    "family_correction": Kind(gettext_lazy("A family asks for a correction"), _family_correction),
    "family_correction_answered": Kind(
        gettext_lazy("The school has answered our request"),
        plain(gettext_lazy("The school has answered your request about %(student)s.")),
    ),
}

"""Words of rehearsals: outcomes, what becomes of a rule, counts, conditions of a duty, rules that gave way."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

OUTCOMES = {
    "held": pgettext_lazy("outcome", "held"),
    "not_applicable": pgettext_lazy("outcome", "does not apply"),
    "not_yet": pgettext_lazy("outcome", "not yet"),
    "failed": pgettext_lazy("outcome", "not kept"),
    "not_modelled": pgettext_lazy("outcome", "not modelled"),
}
KINDS = {
    "data": pgettext_lazy("rule", "a value of the scheme"),
    "feature": pgettext_lazy("rule", "a page of the product"),
    "text": pgettext_lazy("rule", "a text shown to mentors"),
    "planned": pgettext_lazy("rule", "still to be built"),
    "not_modelled": pgettext_lazy("rule", "not modelled"),
}
COUNTS = {
    "students": _("students"),
    "mentors": _("mentors"),
    "records": _("records"),
    "attempts": _("of them without an answer"),
    "together": _("of them with several students"),
    "late": _("of them entered later"),
    "cells": _("things asked"),
    "met": _("of them done"),
    "exempt": _("of them exempt"),
    "profile_keen": _("keen mentors"),
    "profile_average": _("average mentors"),
    "profile_overloaded": _("overloaded mentors"),
    "profile_absent": _("mentors who did nothing"),
    "profile_gamer": _("mentors who wrote 40 records on the last evening"),
}
CONDITIONS = {
    "attempts": pgettext_lazy("condition", "nobody was reached"),
    "kinds": pgettext_lazy("condition", "it is of another kind"),
    "channels": pgettext_lazy("condition", "it came by another channel"),
    "min_minutes": pgettext_lazy("condition", "it was too short"),
    "one_to_one": pgettext_lazy("condition", "somebody else was there"),
    "planned_before": pgettext_lazy("condition", "nothing was planned before"),
}
GAVE_WAY = {
    "minimum": pgettext_lazy("gave way", "the least number of students"),
    "class_limit": pgettext_lazy("gave way", "the limit on classes"),
    "teaches_class": pgettext_lazy("gave way", "own teachers only"),
    "maximum": pgettext_lazy("gave way", "the most students"),
}
REASONS = {
    "open_ended": pgettext_lazy("not modelled", "The text names nothing that could be checked."),
    "repeated_elsewhere": pgettext_lazy("not modelled", "The text says the same in another place."),
    "outside_the_school": pgettext_lazy("not modelled", "It lies outside the school."),
    "text_missing": pgettext_lazy("not modelled", "The published text breaks off here."),
    "against_our_lines": pgettext_lazy("not modelled", "The product does not do this."),
    "on_paper_only": pgettext_lazy("not modelled", "It stays on paper."),
}

"""Codes of documents as words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from taoli.common.policy import Reach
from taoli.engine.scheme import Scheme
from taoli.matching.phrases import END_REASONS
from taoli.schemes.phrases.words import KINDS

# Widest first.
REACHES = {
    Reach.SCHOOL: pgettext_lazy("reach", "the whole school"),
    Reach.GRADE: pgettext_lazy("reach", "your grade"),
    Reach.CLASS: pgettext_lazy("reach", "your class"),
    Reach.OWN: pgettext_lazy("reach", "your own students"),
}

STATE_NOTES = (
    _("This workbook holds the school's state on one day. 学生, 教师, 任课 and 家长 can be imported again."),
    _("To import it again you may delete the other sheets; they are not read."),
    _("Private texts of records are not in it, identity-card numbers neither."),
    _("Students and staff who have left are not in it, except in what they did."),
)
EXEMPT = {
    "ended": pgettext_lazy("exempt because", "the pairing ended before the day"),
    "began_late": pgettext_lazy("exempt because", "the pairing began late in the period"),
    "declined": pgettext_lazy("exempt because", "the family declined"),
    "mentor_away": pgettext_lazy("exempt because", "the mentor was away"),
    "student_away": pgettext_lazy("exempt because", "the student was away"),
}


def reason_word(code: str) -> str:
    """Return why a pairing ended."""
    return str(END_REASONS.get(code, code))


def exempt_word(code: str) -> str:
    """Return why nothing was owed."""
    return str(EXEMPT.get(code, code))


def duty_word(scheme: Scheme, key: str) -> str:
    """Return what a duty asks for: its kinds of work."""
    kinds = next((duty.kinds for duty in scheme.duties if duty.key == key), ())
    return pgettext("between two kinds", " or ").join(str(KINDS[kind]) for kind in kinds) or key


# What one sheet of a form is about, as groups of the list.
UNITS = {
    "student": _("About a student"),
    "mentor": _("About a mentor"),
    "group": _("About a study group"),
    "class": _("About a class"),
    "grade": _("About a grade"),
    "conference": _("About a meeting"),
    "school": _("About the school"),
}
HOLDS = {
    "L3": _("holds sensitive data"),
    "contact": _("holds telephone numbers or addresses"),
}

"""What a seating breaks, for staff, with numbers one can count by hand."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.engine.matching import Finding
from taoli.matching.phrases.impossible import IMPOSSIBLE
from taoli.matching.phrases.naming import Names, said, words_of


def finding_sentence(finding: Finding, names: Names) -> str:
    """Say what a code means, ids replaced by names. `names`: of students, mentors, classes, units, categories."""
    return said(SENTENCES, finding.code, words_of(finding.params, names)) or _("A rule of the round is broken.")


def hint_words(finding: Finding) -> str:
    """Say in few words what would break, for the column of a mentor."""
    return said(HINTS, finding.code, finding.params) or _("breaks a rule")


BROKEN: Mapping[str, Any] = {
    "not_seated": gettext_lazy("%(student)s has no mentor yet."),
    "unknown_student": gettext_lazy("%(student)s is not part of the round, and has a seat."),
    "unknown_mentor": gettext_lazy("%(student)s is with %(mentor)s, who is not on offer in the round."),
    "mentor_absent": gettext_lazy("%(mentor)s is away in this round and takes no students."),
    "over_maximum": gettext_lazy("%(mentor)s would have %(load)s students, %(by)s more than the limit of %(max)s."),
    "under_minimum": gettext_lazy("%(mentor)s would have %(load)s students, %(by)s fewer than the least of %(min)s."),
    "too_many_classes": gettext_lazy("%(mentor)s would have students of %(classes)s: more than %(limit)s classes."),
    "not_eligible": gettext_lazy("%(mentor)s does not teach the class of %(student)s."),
    "category_over_cap": gettext_lazy(
        "%(mentor)s would have %(count)s students of the category “%(category)s”, %(by)s more than the limit of "
        "%(cap)s."
    ),
    "apart_broken": gettext_lazy("%(students)s should not be with the same mentor, and would all be with %(mentor)s."),
    "together_broken": gettext_lazy("%(students)s should be with the same mentor, and would be with %(mentors)s."),
    "pin_broken": gettext_lazy("%(pinned_to)s was named for %(student)s beforehand, not %(mentor)s."),
    "unit_split": gettext_lazy("%(unit)s would no longer be together with one mentor."),
    "justified_envy": gettext_lazy("%(student)s wished for %(mentor)s more and comes before %(over)s, who is there."),
    "empty_seat_claim": gettext_lazy("%(student)s wished for %(mentor)s more, who still has a free seat."),
}
SENTENCES: Mapping[str, Any] = {**BROKEN, **IMPOSSIBLE}
HINTS: Mapping[str, Any] = {
    "mentor_absent": gettext_lazy("is away"),
    "over_maximum": gettext_lazy("%(by)s more than the limit of %(max)s"),
    "under_minimum": gettext_lazy("%(by)s fewer than the least of %(min)s"),
    "too_many_classes": gettext_lazy("from more than %(limit)s classes"),
    "not_eligible": gettext_lazy("does not teach this class"),
    "category_over_cap": gettext_lazy("more than %(cap)s of one category"),
    "apart_broken": gettext_lazy("meets somebody to be kept apart"),
    "together_broken": gettext_lazy("leaves somebody to be kept together"),
    "pin_broken": gettext_lazy("is pinned to another mentor"),
    "unit_split": gettext_lazy("splits a group"),
}

"""Why there is no seating at all: counts that can be done by hand, or rules that cannot hold together."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.engine.matching import Finding
from taoli.matching.phrases.naming import Names, said, words_of


def impossible_lines(findings: Iterable[Finding], names: Names) -> list[str]:
    """Say why a run is impossible: one line for each connected part, or the conflict and then its single rules."""
    return [
        said(IMPOSSIBLE, one.code, words_of(one.params, names)) or _("A rule of the round is broken.")
        for one in findings
    ]


def _too_large(words: Mapping[str, Any]) -> str:
    group = words.get("unit") or words["students"]
    if not words["largest"]:
        return _("%(group)s belong together, but no mentor may take all of them.") % {"group": group}
    return _(
        "%(group)s belong together, %(size)s students, but a mentor who may take them has %(largest)s at most."
    ) % {
        **words,
        "group": group,
    }


PINNED: Mapping[str, Any] = {
    "pinned_unknown_student": gettext_lazy(
        "A mentor was named beforehand for %(student)s, who is not part of the round. Please take the rule away."
    ),
    "pinned_unknown_mentor": gettext_lazy(
        "%(mentor)s was named beforehand for %(student)s and is not on offer in the round. Please name another mentor."
    ),
    "pinned_absent": gettext_lazy(
        "%(mentor)s was named beforehand for %(student)s and is away in this round. Please name another mentor."
    ),
    "pinned_together": gettext_lazy(
        "%(students)s should be with the same mentor, but several were named for them beforehand: %(mentors)s."
    ),
    "pinned_over_maximum": gettext_lazy(
        "%(mentor)s was named beforehand for %(students_n)s students (%(students)s), but takes %(max)s at most."
    ),
    "pinned_classes": gettext_lazy(
        "%(mentor)s was named beforehand for students of %(classes)s; a mentor may have students of %(limit)s classes "
        "at most."
    ),
    "pinned_category": gettext_lazy(
        "%(mentor)s was named beforehand for %(count)s students of the category “%(category)s”; a mentor may have "
        "%(cap)s at most."
    ),
    "pinned_apart": gettext_lazy(
        "%(students)s should not be with the same mentor, but %(mentor)s was named beforehand for all of them."
    ),
}
COUNTED: Mapping[str, Any] = {
    "minimum_above_maximum": gettext_lazy("%(mentor)s: the least number %(min)s is above the limit %(max)s."),
    "seats_short": gettext_lazy(
        "%(students)s students, but only %(seats)s seats in all: %(short)s are missing. "
        "Please raise the limits of some mentors, or put more mentors on offer."
    ),
    "minimum_too_high": gettext_lazy(
        "The mentors ask for at least %(minimum)s students together, but there are only %(students)s: "
        "%(excess)s too many. Please lower some of the least numbers."
    ),
    "hall_seats": gettext_lazy(
        "%(students_n)s students of %(classes)s may only go to %(mentors)s, who have %(seats)s seats to give together: "
        "%(short)s are missing."
    ),
    "nobody_eligible": gettext_lazy("No mentor on offer may take the %(students_n)s students of %(classes)s."),
    "hall_minimum": gettext_lazy(
        "%(mentors)s still need at least %(minimum)s students, but only %(students)s of %(classes)s may come to them: "
        "%(excess)s too few."
    ),
    "category_seats_short": gettext_lazy(
        "%(students_n)s students of the category “%(category)s” may only go to %(mentors)s, who may take at most "
        "%(cap)s of them each and have %(seats)s seats to give together: %(short)s are missing."
    ),
    "apart_seats_short": gettext_lazy(
        "%(students)s should each be with another mentor, but of %(mentors)s only %(seats)s can still take one of "
        "them: %(short)s are missing."
    ),
    "class_places_short": gettext_lazy(
        "The students of %(classes)s need mentors in %(needed)s places; %(mentors)s have %(places)s places together, "
        "because each may have students of %(limit)s classes at most: %(short)s are missing."
    ),
    "together_too_large": _too_large,
    "together_and_apart": gettext_lazy(
        "%(students)s belong together, and are also among those who should not be with the same mentor."
    ),
}
CONFLICT: Mapping[str, Any] = {
    "rules_conflict": gettext_lazy("These rules cannot all be kept: %(rules)s. Please loosen one of them."),
    "core_pinned": gettext_lazy("%(mentor)s was named beforehand for %(student)s."),
    "core_apart": gettext_lazy("%(students)s should not be with the same mentor."),
    "core_together": gettext_lazy("%(students)s should be with the same mentor."),
    "core_unit": gettext_lazy("%(unit)s (%(students_n)s students) should stay whole."),
    "core_category_cap": gettext_lazy("A mentor may have %(limit)s students of the category “%(category)s” at most."),
    "core_class_limit": gettext_lazy("A mentor may have students of %(limit)s classes at most."),
    "core_teaches_class": gettext_lazy("A mentor takes only students of the classes taught."),
    "core_minimum": gettext_lazy("%(mentor)s should have at least %(limit)s students."),
    "core_maximum": gettext_lazy("%(mentor)s may have %(limit)s students at most."),
    "search_limit": gettext_lazy("No matching was found in the time allowed. Please loosen a limit and try again."),
}
IMPOSSIBLE: Mapping[str, Any] = {**PINNED, **COUNTED, **CONFLICT}

"""What a plan of a change of year says."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


def problem_sentence(problem: Any) -> str:
    """Return what stands against a plan and what to do."""
    words: str = str(PROBLEMS[problem.code]) % problem.about
    return words


PROBLEMS = {
    "term_order": gettext_lazy("The new term ends before it begins."),
    "term_name": gettext_lazy("There is a term called %(name)s with other days already. Please choose another name."),
    "term_overlap": gettext_lazy("The new term overlaps with %(name)s (%(starts)s to %(ends)s)."),
    "inside_term": gettext_lazy("New classes cannot begin inside %(name)s (%(starts)s to %(ends)s)."),
    "after_term": gettext_lazy("New classes would begin after the new term has ended."),
    "no_way": gettext_lazy("%(name)s is not in the plan yet. Please say what becomes of it."),
    "no_target": gettext_lazy("%(name)s has no new class. Please name one, or let it graduate or stay."),
    "class_closed": gettext_lazy("%(name)s has been closed meanwhile. Please begin the plan anew."),
    "same_target": gettext_lazy("Two classes would both be %(name)s: %(classes)s. Please name another one."),
    "wrong_grade": gettext_lazy("%(name)s belongs to %(grade)s, not to %(wanted)s."),
    "gone": gettext_lazy("%(name)s has left meanwhile. Please take the line out."),
    "no_such_class": gettext_lazy("%(name)s: there is no class %(target)s in the new year."),
    "no_reason": gettext_lazy("Please say why %(name)s leaves."),
    "changed_after": gettext_lazy(
        "%(name)s has a class or a pairing from that day on already. Please choose a later day, or correct it first."
    ),
}

AGAINST = {
    "records": gettext_lazy("there are records of the new year (%(names)s)"),
    "changed": gettext_lazy("these have been changed since (%(names)s)"),
    "came": gettext_lazy("students have come or changed class since (%(names)s)"),
    "paired": gettext_lazy("pairings have begun (%(names)s)"),
    "rounds": gettext_lazy("a round was opened (%(names)s)"),
    "used": gettext_lazy("new classes or groups are in use (%(names)s)"),
}


def against_sentence(code: str, names: Sequence[str]) -> str:
    """Return what stands against taking a change of year back."""
    return str(AGAINST[code]) % {"names": "、".join(names)}


def counts_sentence(counts: dict[str, int]) -> str:
    """Return the figures of a plan in one line."""
    words = _("%(up)s students go up, %(left)s graduate or leave, %(repeats)s repeat, %(stays)s stay in their class.")
    return words % {key: counts.get(key, 0) for key in ("up", "left", "repeats", "stays")}

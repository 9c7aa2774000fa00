"""Two drafts side by side, and what more moves of a re-match buy."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.engine.matching import Change, Comparison, Step
from taoli.matching.phrases.findings import finding_sentence
from taoli.matching.phrases.naming import Names, wish_words


def comparison_lines(comparison: Comparison, names: Names) -> list[str]:
    """Say what the second draft changes against the first: seats, wishes, figures, rules. Without single students."""
    return [*_seats(comparison), *_figures(comparison), *_rules(comparison, names)]


def change_sentence(change: Change, names: Names) -> str:
    """Say whose seat differs, and which wishes the two are; for the officer who reads wishes."""
    nobody = _("not yet placed")
    return _("%(student)s: %(before)s (%(from_wish)s) → %(after)s (%(wish)s)") % {
        "student": names.get(change.student_id, ""),
        "before": names.get(change.from_mentor) or nobody,
        "from_wish": wish_words(change.from_rank),
        "after": names.get(change.to_mentor) or nobody,
        "wish": wish_words(change.to_rank),
    }


def step_sentence(step: Step) -> str:
    """Say a point on the dial of a re-match: so many more moves, so many ranks better."""
    words = {"moves": step.moves, "extra": step.extra_moves, "ranks": step.ranks_gained}
    if not step.extra_moves:
        return _("As few as possible: %(moves)s students have another mentor.") % words
    return _("%(extra)s more students move, %(moves)s in all: the wishes are %(ranks)s places better together.") % words


def _seats(comparison: Comparison) -> Iterator[str]:
    if not comparison.changes:
        yield _("Nobody: the two drafts seat everybody alike.")
        return
    yield _("%(count)s students have another mentor: %(gained)s get a better wish, %(lost)s a worse one.") % {
        "count": len(comparison.changes),
        "gained": comparison.gained,
        "lost": comparison.lost,
    }
    if comparison.ranks > 0:
        yield _("The wishes are %(ranks)s places better together.") % {"ranks": comparison.ranks}
    if comparison.ranks < 0:
        yield _("The wishes are %(ranks)s places worse together.") % {"ranks": -comparison.ranks}


def _figures(comparison: Comparison) -> Iterator[str]:
    for name, (before, after) in comparison.stats.items():
        yield _("%(figure)s: %(before)s → %(after)s") % {"figure": FIGURES[name], "before": before, "after": after}


def _rules(comparison: Comparison, names: Names) -> Iterator[str]:
    for one in comparison.broken:
        yield _("Newly broken: %(rule)s") % {"rule": finding_sentence(one, names)}
    for one in comparison.mended:
        yield _("Mended, was broken before: %(rule)s") % {"rule": finding_sentence(one, names)}


FIGURES: Mapping[str, Any] = {
    "students": gettext_lazy("Students in the round"),
    "mentors": gettext_lazy("Mentors in the round"),
    "first": gettext_lazy("With the first wish"),
    "top3": gettext_lazy("With one of the first three wishes"),
    "ranked": gettext_lazy("With any of the wishes"),
    "unranked": gettext_lazy("Outside the wishes"),
    "no_wishes": gettext_lazy("Without wishes"),
    "pinned": gettext_lazy("With a mentor named beforehand"),
    "moved": gettext_lazy("Moved by a rule"),
    "load_min": gettext_lazy("Fewest students of a mentor"),
    "load_max": gettext_lazy("Most students of a mentor"),
    "off_target": gettext_lazy("Students off the aims of the mentors"),
}

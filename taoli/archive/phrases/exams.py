"""Exams in words: what is wrong in a workbook of marks, how a result compares with the own past."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from taoli.engine.signals import Direction
from taoli.roster.phrases import PROBLEMS

MARK_PROBLEMS = {
    "mark_unknown": _(
        "“%(text)s” is no mark. Please write a number, a level A to E, 缺考, 请假, 免考, or 补 and a mark."
    ),
    "mark_places": _("“%(text)s” has more than two decimal places. Please round it."),
    "mark_above": _(
        "%(text)s is above the full mark %(full)s of %(subject)s. Correct it, or change the full mark first."
    ),
    "marks_no_sheet": _("No sheet has columns of this exam, which are: %(wanted)s. See the workbook to fill in."),
    "marks_empty": _("There is not one mark in the workbook."),
    "marks_strange_subject": _(
        "The exam has no subject %(subject)s. Please add it to the exam first, or delete this column."
    ),
    "marks_unknown_student": _("%(student)s does not write this exam. Please correct it, or add the student first."),
    "marks_elsewhere": _("The student %(student)s is in another grade or class than this exam is for."),
    "marks_twice": _("%(student)s has a mark in this subject in %(sheet)s, row %(row)s already. Please keep one."),
}
CHANGES = {
    Direction.HIGHER: pgettext_lazy("beside the own past", "higher than usual"),
    Direction.STEADY: pgettext_lazy("beside the own past", "steady"),
    Direction.LOWER: pgettext_lazy("beside the own past", "lower than usual"),
    Direction.UNKNOWN: pgettext_lazy("beside the own past", "too early to say"),
}


def change_word(direction: Direction) -> str:
    """Return how a result compares with one's own earlier ones."""
    return str(CHANGES[direction])


def mark_problem(code: str, values: Mapping[str, Any]) -> str:
    """Return what is wrong with a mark and what to do."""
    return str(MARK_PROBLEMS.get(code) or PROBLEMS[code]) % values


def problem_rows(problems: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return sheet, row, column and sentence of each problem of a workbook."""
    return [
        {
            "sheet": one["sheet"],
            "row": one["row"] or "",
            "column": one["column"],
            "sentence": mark_problem(one["code"], one["values"]),
        }
        for one in problems
    ]


def spoken(higher: int, steady: int, lower: int) -> str:
    """Return how a group's results lie beside each one's own past, in words, never in numbers of a mark."""
    known = higher + steady + lower
    if not known:
        return gettext("It is too early to say: three earlier exams are needed.")
    if steady * 2 >= known:
        return gettext("Most are as steady as usual.")
    if lower > higher:
        return gettext("Many are lower than they usually are.")
    if higher > lower:
        return gettext("Many are higher than they usually are.")
    return gettext("As many are higher as are lower than usual.")

"""What is wrong in a workbook of wishes: sheet, row, column, cause."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.roster.phrases import problem_place, problem_sentence

PROBLEMS = {
    "wish_no_sheet": gettext_lazy(
        "No sheet is called %(wanted)s, only: %(found)s. Please rename it, or use the template."
    ),
    "wish_empty": gettext_lazy("There is not one wish in the workbook. Please fill it in, or use the template."),
    "wish_student_twice": gettext_lazy(
        "The student number %(number)s stands in row %(row)s already. Please keep one row a student."
    ),
    "wish_unknown_student": gettext_lazy(
        "The student number %(number)s is not in the roster. Please correct it, or add the student first."
    ),
    "wish_other_grade": gettext_lazy(
        "The student %(number)s does not take part in this round, or has left. Please delete the row."
    ),
    "wish_other_name": gettext_lazy(
        "The student number %(number)s belongs to %(name)s, not to %(given)s. Please correct one of them."
    ),
    "wish_unknown_mentor": gettext_lazy(
        "%(text)s is not a mentor of this round. Please write a name or a staff number from the list."
    ),
    "wish_ambiguous": gettext_lazy("Several mentors are called %(name)s. Please write the staff number: %(numbers)s."),
    "wish_absent": gettext_lazy("%(name)s is away in this round. Please choose another mentor."),
    "wish_full": gettext_lazy("%(name)s has no seats in this round. Please choose another mentor."),
    "wish_other_class": gettext_lazy(
        "%(name)s does not teach %(room)s; in this round students choose among the teachers of their class. "
        "Please choose another mentor."
    ),
    "wish_twice": gettext_lazy(
        "%(name)s stands as %(first)s already. Please choose another mentor, or leave it empty."
    ),
}


def wish_cause(code: str, values: Mapping[str, Any]) -> str:
    """Say what is wrong with a wish, without a place in a workbook."""
    return str(PROBLEMS[code]) % values


def wish_problem(problem: Mapping[str, Any]) -> str:
    """Say where and what is wrong, and what to do."""
    made = PROBLEMS.get(problem["code"])
    cause = str(made) % problem["values"] if made else problem_sentence(problem)
    place = problem_place(problem)
    return _("%(place)s: %(cause)s") % {"place": place, "cause": cause} if place else cause

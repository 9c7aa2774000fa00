"""What is wrong in a workbook of who was there, as a sentence."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from taoli.roster.phrases import PROBLEMS, problem_place

ATTENDANCE: Mapping[str, Any] = {
    "attendance_no_sheet": _("No sheet is called %(wanted)s. Please use the workbook to fill in."),
    "attendance_empty": _("Nobody stands in the workbook."),
    "attendance_unknown_school": _("No member school is called “%(typed)s”, nor has it this code."),
    "attendance_two_of_a_name": _("%(typed)s: two of this name have signed up. Please add the number: %(numbers)s."),
    "attendance_unknown_name": _("%(typed)s of %(school)s has not signed up. Please add the staff number."),
    "attendance_other_name": _("The number %(number)s is that of %(known)s, not of %(typed)s."),
    "attendance_twice": _("%(typed)s stands here twice. Please keep one line."),
}


def attendance_problem(problem: Mapping[str, Any]) -> dict[str, str]:
    """Return where and what is wrong."""
    words = ATTENDANCE.get(problem["code"]) or PROBLEMS[problem["code"]]
    return {"place": problem_place(problem), "sentence": str(words) % problem["values"]}

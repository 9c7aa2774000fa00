"""Codes of the appraisal as sentences."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from taoli.roster.phrases import PROBLEMS, problem_place

ARITHMETIC = {
    "done": _("Filled in: %(points)s points."),
    "not_done": _("Not filled in yet: %(points)s points."),
    "nothing_owed": _("Nothing was owed in this term, so the item is left out."),
    "coverage": _("%(done)s of %(needed)s done: %(of)s × %(done)s ÷ %(needed)s = %(points)s points."),
    "per_count": _("%(count)s times %(each)s points, at most %(cap)s: %(points)s points."),
    "deducted": _("%(count)s students lost, %(each)s points off for each, not below %(floor)s: %(points)s points."),
    "third": _("Mean %(mean)s, third %(third)s of three among %(mentors)s mentors: %(points)s points."),
    "rank": _("Mean %(mean)s, placed among %(mentors)s mentors on a straight line: %(points)s points."),
    "survey_mean": _("%(answers)s answers, mean %(mean)s of %(max_answer)s: %(points)s points."),
    "source": _("%(answers)s answers, mean %(mean)s, weight %(weight)s."),
    "source_left_out": _("Only %(answers)s answers, at least %(min)s are needed; this source is left out."),
    "weighted": _("Weighted mean: %(points)s points."),
    "too_few_answers": _("Only %(answers)s answers, at least %(min)s are needed, so the item is left out."),
    "too_few_mentors": _("Only %(mentors)s mentors can be compared, at least %(min)s are needed: left out."),
    "assessor": _("Given by the assessment group: %(points)s points."),
}
REASONS = {
    "attempt": _("nobody was reached"),
    "not_made": _("nobody was reached"),
    "other_channel": _("another way of contact than the requirement names"),
    "too_short": _("shorter than the requirement asks"),
    "not_one_to_one": _("more than one student took part"),
    "not_planned": _("not planned before"),
    "not_owed_then": _("more than was asked for in that period"),
    "outside_term": _("outside the term"),
    "outside_pairing": _("not during the pairing"),
    "no_theme": _("no theme is written down"),
    "not_in_slot": _("outside the fixed slot"),
    "graduated": _("graduated, which is no loss"),
    "transferred": _("transferred to another school, which is no loss"),
    "no_reason": _("ended without a reason that counts"),
}
OTHER_REASON = _("not what this item counts")
# Marks in a workbook of answers, beside the roster's own sentences.
ANSWER_PROBLEMS = {
    "answers_no_sheet": _(
        "No sheet is called 学生反馈 or 家长反馈, only: %(found)s. Please rename them, or use the template."
    ),
    "answers_empty": _("There is not one answer in the workbook."),
    "answers_unknown_mentor": _("Nobody with the staff number %(number)s has mentees in this term."),
    "answers_other_name": _("%(number)s is %(name)s, not %(found)s. Please correct one of them."),
    "answers_not_a_mark": _("“%(text)s” is no mark. Please write a number from 1 to %(most)s."),
}


def arithmetic(code: str, params: Mapping[str, Any]) -> str:
    """Return how an item's points were reckoned."""
    return str(ARITHMETIC[code]) % {key: plain(value) for key, value in params.items()}


def reason(code: str) -> str:
    """Return why a record was not counted."""
    return str(REASONS.get(code, OTHER_REASON))


def plain(value: Any) -> Any:
    """Return a number without needless places: 7.0 as 7, 7.333333 as 7.33."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else value


def answer_problem(problem: Mapping[str, Any]) -> dict[str, str]:
    """Return where and what is wrong in a workbook of answers."""
    words = ANSWER_PROBLEMS.get(problem["code"]) or PROBLEMS[problem["code"]]
    return {"place": problem_place(problem), "sentence": str(words) % problem["values"]}

"""Codes of the appraisal as sentences."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from taoli.engine.scheme import Allowance, Scheme
from taoli.roster.phrases import PROBLEMS, problem_place
from taoli.schemes.phrases.words import ROLES, role_word

ARITHMETIC = {
    "done": _("Filled in: %(points)s points."),
    "not_done": _("Not filled in yet: %(points)s points."),
    "all_met": _("All %(needed)s that were asked for are done: %(points)s points."),
    "not_all_met": _("%(done)s of the %(needed)s that were asked for are done, full points only for all: %(points)s."),
    "nothing_owed": _("Nothing was owed in this term, so the item is left out."),
    "coverage": _("%(done)s of %(needed)s done: %(of)s × %(done)s ÷ %(needed)s = %(points)s points."),
    "not_yet_due": _("%(count)s more are due later in the term and do not count yet."),
    "per_count": _("%(count)s person-times, %(each)s points each, at most %(cap)s: %(points)s points."),
    "deducted": _("%(count)s students lost, %(each)s points off for each, not below %(floor)s: %(points)s points."),
    "third": _("Mean %(mean)s; among %(mentors)s mentors of the same scope in the %(third)s: %(points)s points."),
    "rank": _("Mean %(mean)s, placed among %(mentors)s mentors on a straight line: %(points)s points."),
    "survey_mean": _("%(answers)s answers, mean %(mean)s of %(max_answer)s: %(points)s points."),
    "source": _("%(who)s: %(answers)s answers, mean %(mean)s, weight %(weight)s."),
    "source_left_out": _("%(who)s: only %(answers)s answers, at least %(min)s are needed; this source is left out."),
    "pooled_terms": _(
        "%(who)s: only %(answers)s answers in this term, so %(earlier)s of the term before are taken along."
    ),
    "pooled_group": _(
        "%(who)s: only %(answers)s answers, so those on %(mentors)s mentors of few students in the grade are taken "
        "together: %(together)s."
    ),
    "weighted": _("Weighted mean: %(points)s points."),
    "no_answers": _("There are no answers, so the item is left out."),
    "too_few_answers": _("Only %(answers)s answers, at least %(min)s are needed, so the item is left out."),
    "too_few_mentors": _("Only %(mentors)s mentors can be compared, at least %(min)s are needed: left out."),
    "assessed_by": _("%(role)s decides, up to %(of)s points."),
    "given_by_people": _("This honour is given by people, not by a total."),
    "ties_at_the_edge": _("%(chosen)s people for %(seats)s places, because equal totals at the edge are all in."),
    "more_than_half": _("That is %(chosen)s of %(mentors)s mentors, more than half."),
}
# The place in a ranking is told nobody: only the third.
THIRDS = {1: _("first third"), 2: _("middle third"), 3: _("last third")}
WITHOUT_TOTAL = _("%(count)s sheets have no total yet and are not in it.")
REASONS = {
    # why a record is not what the item counts
    "other_kind": _("another kind of record"),
    "not_reached": _("nobody was reached"),
    "other_channel": _("another way of contact than the requirement names"),
    "too_short": _("shorter than the requirement asks"),
    "not_one_to_one": _("more than one student took part"),
    "not_planned": _("not planned before"),
    "not_owed_then": _("more than was asked for in that period"),
    "not_yet_due": _("counts once its period is over"),
    "outside_term": _("outside the term"),
    "outside_pairing": _("not during the pairing"),
    "no_theme": _("no theme is written down"),
    # why something was not owed
    "ended": _("the pairing ended before it was due, so nothing was owed"),
    "began_late": _("the pairing began late in the period, so nothing was owed"),
    "declined": _("the family declined, so nothing was owed"),
    "mentor_away": _("the mentor was away, so nothing was owed"),
    "student_away": _("the student was away, so nothing was owed"),
    # why a pairing ended, where that is no loss
    "dropped_out": _("left school, which the scheme does not count here"),
    "transferred_out": _("moved to another school, which is no loss"),
    "suspended": _("on leave from school, which is no loss"),
    "graduated": _("graduated, which is no loss"),
    "class_changed": _("changed class, which is no loss"),
    "mentor_changed": _("changed mentor, which is no loss"),
    "mentor_left": _("the mentor left, which is no loss"),
    "year_end": _("the school year ended, which is no loss"),
    "died": _("does not count"),
    "other": _("ended for another reason, which is no loss"),
    "no_reason": _("ended without a reason that counts"),
}
# How a pairing is called among the rows behind a point.
PAIRING = pgettext_lazy("kind", "pairing")
# Who answered, in the engine's words.
SOURCES = {
    "students": pgettext_lazy("who answered", "Students"),
    "guardians": pgettext_lazy("who answered", "Families"),
    "peers": pgettext_lazy("who answered", "Colleagues"),
    "leaders": pgettext_lazy("who answered", "School leaders"),
    "lead_mentor": pgettext_lazy("who answered", "Homeroom teacher"),
    "moral_office": pgettext_lazy("who answered", "Moral-education office"),
    "self": pgettext_lazy("who answered", "The mentor"),
}
# Marks in a workbook of answers, beside the roster's own sentences.
ANSWER_PROBLEMS = {
    "answers_no_sheet": _("No sheet is called %(wanted)s, only: %(found)s. Please rename them, or use the template."),
    "answers_empty": _("There is not one answer in the workbook."),
    "answers_unknown_mentor": _("Nobody with the staff number %(number)s has mentees in this term."),
    "answers_other_name": _("%(number)s is %(name)s, not %(found)s. Please correct one of them."),
    "answers_not_a_mark": _("“%(text)s” is no mark. Please write a number from %(least)s to %(most)s."),
    "papers_no_sheet": _("No sheet is called %(wanted)s. Please use the workbook to fill in."),
    "papers_empty": _("There is not one sheet in the workbook."),
    "papers_unknown_code": _("No sheet of this survey has the code %(typed)s. A newer one may have been printed."),
    "papers_twice": _("The sheet %(typed)s stands here twice. Please keep one of them."),
    "papers_other_mentor": _("This sheet asks about %(numbers)s. Please write one of these staff numbers."),
    "papers_not_an_answer": _("“%(text)s” is not on the sheet. Please write a number from 1 to %(most)s."),
    "papers_left_out": _("Question %(place)s has no answer. Please look at the sheet, or leave the row out."),
}


PERCENT = 100
# What an allowance is paid for.
PAY = {
    "per_student": _("%(amount)s a student × %(students)s students"),
    "per_group": _("%(amount)s a group × %(units)s groups"),
    "fixed": _("%(amount)s each term"),
}


def arithmetic(code: str, params: Mapping[str, Any], scheme: Scheme | None = None) -> str:
    """Return how an item's points were reckoned, people called as the scheme calls them."""
    said = {key: plain(value) for key, value in params.items()}
    if "source" in said:
        said["who"] = SOURCES.get(str(said["source"]), said["source"])
    elif "who" in said:
        said["role"] = role_word(scheme, said["who"]) if scheme else ROLES[said["who"]]
    if "third" in said:
        said["third"] = THIRDS.get(params["third"], said["third"])
    if code == "too_few_answers" and not params["answers"]:
        code = "no_answers"
    return str(ARITHMETIC[code]) % said


def reason(code: str) -> str:
    """Return why a record was not counted."""
    return str(REASONS[code])


def plain(value: Any) -> Any:
    """Return a number without needless places: 7.0 as 7, 7.333333 as 7.33."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else value


def shown(points: float | None) -> str:
    """Return points as they are written; nothing while there are none."""
    return "" if points is None else str(plain(float(points)))


def answer_problem(problem: Mapping[str, Any]) -> dict[str, str]:
    """Return where and what is wrong in a workbook of answers."""
    words = ANSWER_PROBLEMS.get(problem["code"]) or PROBLEMS[problem["code"]]
    return {"place": problem_place(problem), "sentence": str(words) % problem["values"]}


def allowance_sentence(allowance: Allowance, students: int, units: int, share: float | None, pay: float | None) -> str:
    """Return how an allowance comes about, or what is still missing."""
    if allowance.amount is None:
        return gettext("The scheme promises an allowance and names no amount; the school sets it.")
    words = PAY[allowance.kind.value] % {"amount": plain(allowance.amount), "students": students, "units": units}
    if not allowance.times_factor:
        return gettext("%(words)s = %(pay)s") % {"words": words, "pay": shown(pay)}
    if share is None or pay is None:
        return gettext("%(words)s, times the share of points, which waits for the total.") % {"words": words}
    percent = plain(round(share * PERCENT, 2))
    return gettext("%(words)s × %(percent)s percent of the points = %(pay)s") % {
        "words": words,
        "percent": percent,
        "pay": shown(pay),
    }

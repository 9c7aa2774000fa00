"""What a scheme says besides who owes what: bodies, coverage, continuity, training, results, what nobody counts."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from taoli.schemes.phrases.words import PERS, UNIT_NAMES, WEEKDAYS

Params = Mapping[str, Any]

WHOM = {
    "all_students": pgettext_lazy("whom", "Every student has a mentor"),
    "listed_students": pgettext_lazy("whom", "Students who are put on the list have a mentor"),
}
UNTIL = {
    "graduation": pgettext_lazy("until", "until graduation"),
    "school_year": pgettext_lazy("until", "for one school year"),
    "term": pgettext_lazy("until", "for one term"),
}
RULES = {
    "any": pgettext_lazy("eligibility", "Any teacher may mentor any student"),
    "teaches_class": pgettext_lazy("eligibility", "A mentor is one of the student's own teachers"),
}
EXCEPTIONS = {
    "contest_coach": pgettext_lazy("exception", "students in contests may choose their coach"),
    "speciality": pgettext_lazy("exception", "students with a speciality have a teacher of that field"),
    "parallel_classes": pgettext_lazy("exception", "a teacher of parallel classes takes students of all of them"),
}
LASTING = {
    "fixed": pgettext_lazy("continuity", "A pairing is not changed midway"),
    "yearly": pgettext_lazy("continuity", "A pairing is made for one school year"),
    "stop_allowed": pgettext_lazy("continuity", "A pairing that does not work may be ended"),
    "kept_and_reconfirmed_yearly": pgettext_lazy("continuity", "A pairing is kept and confirmed anew each school year"),
    "long": pgettext_lazy("continuity", "A pairing is meant for years"),
}
TRAININGS = {
    "course": pgettext_lazy("training", "course"),
    "self_study": pgettext_lazy("training", "self-study"),
    "outside": pgettext_lazy("training", "course outside the school"),
    "coaching": pgettext_lazy("training", "experienced teachers coach new ones"),
    "exchange": pgettext_lazy("training", "exchange of experience"),
    "research": pgettext_lazy("training", "research on one's own work"),
    "contest": pgettext_lazy("training", "contest of papers or cases"),
    "guide_book": pgettext_lazy("training", "guide book"),
}
USES = {
    "performance_appraisal": pgettext_lazy("use", "performance appraisal"),
    "yearly_appraisal": pgettext_lazy("use", "yearly appraisal"),
    "honours": pgettext_lazy("use", "honours"),
    "promotion": pgettext_lazy("use", "promotion"),
}
PAYS = {
    "per_student": pgettext_lazy("allowance", "by the number of students"),
    "per_group": pgettext_lazy("allowance", "by the number of groups"),
    "fixed": pgettext_lazy("allowance", "a fixed sum"),
}
REASONS = {
    "open_ended": pgettext_lazy("reason", "it cannot be counted"),
    "repeated_elsewhere": pgettext_lazy("reason", "it is said elsewhere"),
    "outside_the_school": pgettext_lazy("reason", "it is not the school's to do"),
    "text_missing": pgettext_lazy("reason", "the published text breaks off here"),
    "against_our_lines": pgettext_lazy("reason", "this software does not do it"),
    "on_paper_only": pgettext_lazy("reason", "it is done on paper"),
}
SECOND_TERM = 2


def sits_in(params: Params) -> str:
    """Say of which body somebody is part."""
    return _("Sits in the %(body)s.") % {"body": params["label"]}


def is_set_up(params: Params) -> str:
    """Say that there is a body, of whom nobody is named."""
    return _("There is a body: %(body)s.") % {"body": params["label"]}


def guides_in(params: Params) -> str:
    """Say what guidance is about, in the scheme's own words."""
    return _("Guides in %(labels)s.") % {"labels": params["labels"]}


def knows_of(params: Params) -> str:
    """Say which students a mentor is to know of."""
    return _("Knows which students belong to: %(labels)s.") % {"labels": params["labels"]}


def covers(params: Params) -> str:
    """Say who has a mentor, from when and until when."""
    text = str(WHOM[params["whom"]])
    first, second = params["from_grade"], params["from_term"] == SECOND_TERM
    middle = params["from_moment"] == "mid_term"
    if first and (first > 1 or second or middle):
        since = _("from year %(year)s, term %(term)s") % {"year": first, "term": params["from_term"] or 1}
        if middle:
            since = _("%(since)s, mid-term") % {"since": since}
        text = _("%(text)s, %(when)s") % {"text": text, "when": since}
    if params["until"] in UNTIL:
        text = _("%(text)s, %(when)s") % {"text": text, "when": UNTIL[params["until"]]}
    return _("%(text)s.") % {"text": text}


def is_given(params: Params) -> str:
    """Say what a mentor is given."""
    return _("Mentors are given %(units)s.") % {"units": listed(UNIT_NAMES, params["units"])}


def may_mentor(params: Params) -> str:
    """Say who may mentor whom."""
    text = str(RULES[params["rule"]])
    for code in split(params["exceptions"]):
        text = _("%(text)s; %(more)s") % {"text": text, "more": EXCEPTIONS[code]}
    return _("%(text)s.") % {"text": text}


def lasts(params: Params) -> str:
    """Say what becomes of a pairing in time."""
    text = str(LASTING[params["kind"]])
    if params["successor"]:
        more = _("when teaching changes, the successor takes over")
        text = _("%(text)s; %(more)s") % {"text": text, "more": more}
    return _("%(text)s.") % {"text": text}


def has_cycle(params: Params) -> str:
    """Say how long a cycle is and when its fixed slot is."""
    parts = []
    if params["weeks"]:
        parts.append(_("A cycle lasts %(weeks)s weeks.") % {"weeks": params["weeks"]})
    if params["anchor_week"] and params["weekday"]:
        place = {"week": params["anchor_week"], "day": WEEKDAYS[params["weekday"]], "slot": params["slot"] or ""}
        parts.append(_("Fixed slot: week %(week)s of each cycle, %(day)s %(slot)s.") % place)
    elif params["slot"]:
        parts.append(_("Fixed slot: %(slot)s.") % {"slot": params["slot"]})
    return "".join(parts) or _("The school sets the length of a cycle and the fixed slot.")


def learns(params: Params) -> str:
    """Say how somebody is trained."""
    text = _("%(label)s (%(kind)s)") % {"label": params["label"], "kind": TRAININGS[params["training"]]}
    if params["times"] and params["per"]:
        text = _("%(text)s, %(per)s %(times)s times") % {
            "text": text,
            "per": PERS[params["per"]],
            "times": params["times"],
        }
    if params["hours"]:
        text = _("%(text)s, %(hours)s hours") % {"text": text, "hours": f"{params['hours']:g}"}
    if params["topics"]:
        text = _("%(text)s; %(more)s") % {"text": text, "more": params["topics"]}
    if params["before_start"]:
        text = _("%(text)s; before mentoring begins") % {"text": text}
    return _("%(text)s.") % {"text": text}


def is_used_for(params: Params) -> str:
    """Say where the result of the appraisal enters."""
    return _("The result enters: %(uses)s.") % {"uses": listed(USES, params["uses"])}


def is_paid(params: Params) -> str:
    """Say how mentoring is paid."""
    text = _("Allowance %(how)s") % {"how": PAYS[params["kind"]]}
    if params["amount"] is None:
        text = _("%(text)s; the school sets the amount") % {"text": text}
    else:
        text = _("%(text)s, %(amount)s yuan each") % {"text": text, "amount": f"{params['amount']:g}"}
    if params["times_factor"]:
        text = _("%(text)s, times the share of points reached") % {"text": text}
    return _("%(text)s.") % {"text": text}


def files(params: Params) -> str:
    """Say what the growth archive has a part for."""
    return _("Growth archive: %(label)s.") % {"label": params["label"]}


def is_served(params: Params) -> str:
    """Say that the software does it, or will."""
    if params["planned"]:
        return _("This part of the software is still being built; until then it is done on paper.")
    return _("The software takes care of it.")


def is_left_out(params: Params) -> str:
    """Say what nobody counts, and why."""
    return _("Not counted by the software, for %(reason)s: %(note)s.") % {
        "reason": REASONS[params["reason"]],
        "note": params["note"],
    }


def split(codes: str) -> list[str]:
    """Return the codes of a statement's list."""
    return codes.split(",") if codes else []


def listed(words: Mapping[str, Any], codes: str) -> str:
    """Return the words of a list of codes as one text."""
    between = pgettext("between words", ", ")
    return between.join(str(words[code]) for code in split(codes))

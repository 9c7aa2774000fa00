"""A word for every value that a scheme chooses from; a test walks the types and misses none."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.schemes.phrases.framework import TRAININGS, USES
from taoli.schemes.phrases.words import CHANNELS, KINDS, PERS, ROLES, SUBJECTS, UNIT_NAMES

SURVEYS = {
    "students": pgettext_lazy("survey", "students"),
    "guardians": pgettext_lazy("survey", "parents"),
    "peers": pgettext_lazy("survey", "colleagues"),
    "leaders": pgettext_lazy("survey", "leaders"),
    "lead_mentor": pgettext_lazy("survey", "homeroom teacher"),
    "moral_office": pgettext_lazy("survey", "moral-education office"),
    "self": pgettext_lazy("survey", "the mentor"),
}
CONFERENCES = {
    "class_weekly": pgettext_lazy("conference", "class conference"),
    "daily_huddle": pgettext_lazy("conference", "daily huddle"),
    "grade_consultation": pgettext_lazy("conference", "grade consultation"),
    "principal_meeting": pgettext_lazy("conference", "principal's meeting"),
    "month_review": pgettext_lazy("conference", "monthly review"),
    "education_group": pgettext_lazy("conference", "education group"),
    "experience_exchange": pgettext_lazy("conference", "exchange of experience"),
    "parent_meeting": pgettext_lazy("conference", "parents' meeting"),
    "class_meeting": pgettext_lazy("conference", "class meeting"),
    "home_school": pgettext_lazy("conference", "school and home"),
}
WORDS: Mapping[str, Mapping[str, Any]] = {
    "Actor": ROLES,
    "Unit": UNIT_NAMES,
    "Subject": SUBJECTS,
    "Per": PERS,
    "Kind": KINDS,
    "Channel": CHANNELS,
    "Survey": SURVEYS,
    "ConferenceKind": CONFERENCES,
    "CoverageKind": {
        "all_students": _("every student"),
        "listed_students": _("only the students on a list"),
    },
    "PairingLife": {
        "graduation": pgettext_lazy("until", "until graduation"),
        "school_year": pgettext_lazy("until", "until the end of the school year"),
        "term": pgettext_lazy("until", "until the end of the term"),
        "open": pgettext_lazy("until", "no end is said"),
    },
    "TermMoment": {
        "start": pgettext_lazy("moment", "from the beginning of the term"),
        "mid_term": pgettext_lazy("moment", "from the middle of the term"),
    },
    "EligibilityRule": {
        "teaches_class": _("who teaches the student's class"),
        "any": _("any teacher"),
    },
    "EligibilityException": {
        "contest_coach": _("contest coaches"),
        "speciality": _("arts and sports teachers for students of their own speciality"),
        "parallel_classes": _("teachers of parallel classes"),
    },
    "ContinuityKind": {
        "fixed": _("stays fixed, no change midway"),
        "yearly": _("made anew every school year"),
        "stop_allowed": _("may be stopped"),
        "kept_and_reconfirmed_yearly": _("kept, and confirmed again every school year"),
        "long": _("lasts as long as possible"),
    },
    "FulfilledBy": {
        "own_mentor": _("the student's own mentor"),
        "any_mentor": _("any mentor"),
        "substitute": _("the mentor or a substitute"),
    },
    "VacationCounts": {
        "term_before": _("for the term before"),
        "term_after": _("for the term after"),
    },
    "TrainingKind": TRAININGS,
    "AllocationMode": {
        "fair": pgettext_lazy("mode", "fair: the worst-off first"),
        "most_satisfied": pgettext_lazy("mode", "as many first wishes as possible"),
        "ruled": pgettext_lazy("mode", "by the rules, without wishes"),
        "assigned": pgettext_lazy("mode", "as the office assigns"),
    },
    "EndReason": {
        "dropped_out": pgettext_lazy("end", "dropped out"),
        "transferred_out": pgettext_lazy("end", "changed school"),
        "suspended": pgettext_lazy("end", "school suspended"),
        "graduated": pgettext_lazy("end", "graduated"),
        "class_changed": pgettext_lazy("end", "changed class"),
        "mentor_changed": pgettext_lazy("end", "changed mentor"),
        "mentor_left": pgettext_lazy("end", "the mentor left"),
        "year_end": pgettext_lazy("end", "end of the school year"),
        "died": pgettext_lazy("end", "died"),
        "other": pgettext_lazy("end", "another reason"),
    },
    "Scope": {
        "grade": pgettext_lazy("scope", "within the grade"),
        "school": pgettext_lazy("scope", "within the school"),
    },
    "HonourKind": {
        "first_n": pgettext_lazy("honour", "the first so many"),
        "top_share": pgettext_lazy("honour", "the best share"),
        "stars": pgettext_lazy("honour", "stars by criteria"),
        "title": pgettext_lazy("honour", "a title"),
    },
    "AllowanceKind": {
        "per_student": pgettext_lazy("allowance", "for each student"),
        "per_group": pgettext_lazy("allowance", "for each group"),
        "fixed": pgettext_lazy("allowance", "a fixed sum"),
    },
    "ResultUse": USES,
    "BodyKind": {
        "leading_group": pgettext_lazy("body", "leading group"),
        "working_group": pgettext_lazy("body", "working group"),
        "supervision_group": pgettext_lazy("body", "supervision group"),
        "assessment_group": pgettext_lazy("body", "assessment group"),
        "class_team": pgettext_lazy("body", "class team"),
    },
    "TextKind": {
        "role": pgettext_lazy("text", "what a mentor is"),
        "aim": pgettext_lazy("text", "what is aimed at"),
        "privacy": pgettext_lazy("text", "privacy"),
        "how_to": pgettext_lazy("text", "how it is done"),
    },
    "NotModelledReason": {
        "open_ended": pgettext_lazy("left out", "too open to be counted"),
        "repeated_elsewhere": pgettext_lazy("left out", "said elsewhere"),
        "outside_the_school": pgettext_lazy("left out", "outside the school"),
        "text_missing": pgettext_lazy("left out", "the text is missing"),
        "against_our_lines": pgettext_lazy("left out", "against what we hold to"),
        "on_paper_only": pgettext_lazy("left out", "on paper only"),
    },
    "per": {
        "mentor": pgettext_lazy("counted", "per mentor"),
        "class_taught": pgettext_lazy("counted", "per class taught"),
    },
}


def value_word(vocabulary: str, value: str) -> str:
    """Return the word of a value; the value itself where nobody has given it a word yet."""
    return str(WORDS.get(vocabulary, {}).get(value, value))

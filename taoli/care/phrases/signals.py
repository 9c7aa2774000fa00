"""Why a rule spoke, what each rule looks at, in sentences anybody can check."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taoli.engine.signals import Rule

WHY = {
    Rule.CONTACT: _("No adult has written down a contact for %(weeks)s weeks."),
    Rule.FALL: _(
        "The latest exam lies below the own last %(earlier)s, %(times)s times as far as the marks usually move."
    ),
    Rule.ABSENCE: _("%(papers)s exam papers were not written in %(weeks)s weeks."),
    Rule.CONCERNS: _("%(adults)s adults have brought up a worry in %(weeks)s weeks."),
    Rule.MOOD: _("The student has called the own mood low %(times)s times in %(weeks)s weeks."),
}
LOOKS = {
    Rule.CONTACT: _("Speaks when no adult has written down a contact that came about for %(contact_weeks)s weeks."),
    Rule.FALL: _(
        "Speaks when the latest exam, not older than %(fall_weeks)s weeks, lies below the own mean by more than "
        "%(fall_times)s times the own spread. At least three earlier exams are needed."
    ),
    Rule.ABSENCE: _("Speaks when %(absences)s exam papers or more were not written in %(absence_weeks)s weeks."),
    Rule.CONCERNS: _(
        "Speaks when %(adults)s adults or more have raised a worry or want to speak of the student in "
        "%(adult_weeks)s weeks."
    ),
    Rule.MOOD: _(
        "Speaks when the student has called the own mood low on %(moods)s reports or more in %(mood_weeks)s weeks. "
        "Only the mentor sees it, and only the days."
    ),
}
# The whole answer to “My mood, in a word” must be one of these; nothing else a student writes is looked at.
LOW_MOODS = frozenset(
    (
        *("低落", "难过", "不好", "很差", "糟糕", "沮丧", "焦虑", "烦躁", "很烦", "烦", "累", "很累", "疲惫", "压抑"),
        *("孤独", "害怕", "伤心", "不开心", "郁闷", "崩溃", "绝望"),
        *("low", "sad", "bad", "anxious", "tired", "lonely", "afraid"),
    )
)


def why(rule: str, facts: Mapping[str, Any]) -> str:
    """Return why a rule spoke of a student."""
    said = {key: f"{value:g}" if isinstance(value, float) else value for key, value in facts.items()}
    return str(WHY[Rule(rule)]) % said


def looks_at(rule: Rule, numbers: Mapping[str, Any]) -> str:
    """Return what a rule looks at with this school's numbers."""
    said = {key: f"{value:g}" if isinstance(value, float) else value for key, value in numbers.items()}
    return str(LOOKS[rule]) % said


def fall_words(exam: str, subjects: str) -> str:
    """Return that an exam lies below a student's own past, and in which subjects."""
    if not subjects:
        return gettext("%(exam)s: below the own past.") % {"exam": exam}
    return gettext("%(exam)s: below the own past, above all in %(subjects)s.") % {"exam": exam, "subjects": subjects}


def exam_words(exam: str, changed: int, steady: int) -> str:
    """Return one exam's suggestion to a mentor."""
    said = {"exam": exam, "changed": changed, "steady": steady}
    return (
        gettext("%(exam)s: %(changed)s of your students changed much beside their own past, %(steady)s steady.") % said
    )

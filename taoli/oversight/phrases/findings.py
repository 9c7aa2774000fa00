"""What is wrong with a weekly summary, in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.engine.summary import Finding
from taoli.oversight.phrases.measures import measure_name

SENTENCES: Mapping[str, Any] = {
    "too_large": gettext_lazy("The file is larger than %(kb)s kB. A summary is small; please download it again."),
    "no_summary": gettext_lazy("This is no weekly summary. Please take the file that the school's Taoli offers."),
    "unknown_format": gettext_lazy("This file is of another kind than a weekly summary."),
    "too_new": gettext_lazy(
        "The summary is of version %(version)s; this Taoli knows versions up to %(newest)s. Please bring it up to date."
    ),
    "too_old": gettext_lazy(
        "The summary is of a version that is no longer read. Please bring the school's Taoli up to date."
    ),
    "unknown_school": gettext_lazy("There is no school with the code %(code)s here. It joins with its card."),
    "two_schools": gettext_lazy(
        "The code %(code)s is borne by %(school)s and by %(other)s. One of them needs another code."
    ),
    "wrong_bureau": gettext_lazy("%(school)s lies in a district that does not belong to this bureau."),
    "merged": gettext_lazy("%(school)s has been part of %(other)s since %(day)s and hands in nothing of its own."),
    "left": gettext_lazy("%(school)s left on %(day)s and hands in nothing here any more."),
    "unsigned": gettext_lazy("The summary is not signed. Please take the file as the school's Taoli made it."),
    "key_not_compared": gettext_lazy(
        "The key of %(school)s has not been compared yet. Please compare the digits on the telephone first."
    ),
    "forged": gettext_lazy(
        "The signature is not of %(school)s, or something was changed on the way. Please ask for the file again."
    ),
    "negative": gettext_lazy("At %(place)s there is a number below nought."),
    "broken": gettext_lazy("At %(place)s the summary does not have the form it should have."),
    "received_before": gettext_lazy("Summary no. %(seq)s has been taken in before. Nothing has changed."),
    "replaced": gettext_lazy(
        "There is a summary no. %(seq)s already, with other contents; what has been handed in is not replaced."
    ),
    "gap": gettext_lazy("Summary no. %(seq)s comes before no. %(next)s has arrived. Please hand that one in first."),
    "chain_broken": gettext_lazy("Summary no. %(seq)s does not follow on no. %(last)s as it was handed in here."),
    "no_monday": gettext_lazy("%(day)s is no Monday; a summary is of a week."),
    "future": gettext_lazy("The week of %(day)s has not begun yet."),
    "unknown_measure": gettext_lazy("“%(key)s” is not among what may be counted."),
    "wrong_level": gettext_lazy("“%(name)s” stands at the wrong place."),
    "grade_twice": gettext_lazy("The grade “%(grade)s” stands there twice."),
    "more_than_whole": gettext_lazy("%(place)s: “%(name)s” is %(number)s, more than “%(whole_name)s” with %(whole)s."),
    "met_more_than_due": gettext_lazy("%(place)s: “%(name)s” is met %(met)s times of %(due)s."),
    "unknown_indicator": gettext_lazy("“%(key)s” is none of the regional indicators."),
    "more_yes_than_answers": gettext_lazy("“%(key)s”: %(yes)s said yes, of %(answers)s answers."),
    "more_answers_than_asked": gettext_lazy("“%(key)s”: %(answers)s answers, of %(asked)s who were asked."),
}


def sentence(finding: Finding) -> str:
    """Return one finding as a sentence."""
    values = dict(finding.params)
    values["name"] = measure_name(str(values.get("key", "")))
    values["whole_name"] = measure_name(str(values.get("of", "")))
    values.setdefault("place", values.get("grade") or _("The school"))
    return str(SENTENCES[finding.code]) % values


def sentences(findings: Iterable[Finding]) -> str:
    """Return findings as sentences, one a line."""
    return "\n".join(sentence(one) for one in findings)

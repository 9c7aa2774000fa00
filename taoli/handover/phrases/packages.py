"""What is wrong with a package, in a sentence that says what to do; the sections of a package."""

from collections.abc import Mapping
from typing import Any

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from taoli.engine.package import Finding
from taoli.guidance.phrases import joined

SENTENCES: Mapping[str, str | Promise] = {
    "no_package": gettext_lazy(
        "This is no package of Taoli (.taoli). Please choose the file that the other school sent."
    ),
    "cut_short": gettext_lazy(
        "Only a part of the file arrived: its end is missing. Nothing was changed. Please have it sent again."
    ),
    "too_large": gettext_lazy(
        "The file is larger than a package may be, or would be when opened. Please ask the other school."
    ),
    "broken_manifest": gettext_lazy(
        "The list of contents cannot be read (%(place)s). Please have the package made and sent again."
    ),
    "too_old": gettext_lazy(
        "The package is of version %(version)s; versions before %(oldest)s are no longer read. Please ask the other "
        "school to update Taoli and send it again."
    ),
    "too_new": gettext_lazy(
        "The package is of version %(version)s; this Taoli reads up to %(newest)s. Please update, then try again."
    ),
    "stranger": gettext_lazy(
        "The package is signed by %(school)s (%(code)s) with a key that nobody here has compared. Please add the "
        "school under “Partner schools” and compare its digits first."
    ),
    "forged": gettext_lazy(
        "The signature is not of %(school)s, or the list of contents was changed after signing. Please call the "
        "school, by a number you know."
    ),
    "part_missing": gettext_lazy("A part is missing from the package: %(part)s. Please have it sent again."),
    "part_extra": gettext_lazy(
        "There is something in the file that the sender has not signed: %(part)s. Please have it sent again."
    ),
    "part_changed": gettext_lazy(
        "A part was changed on the way: %(part)s. Nothing was taken in. Please have it sent again."
    ),
    "expired": gettext_lazy("The package could be taken in until %(day)s. Please ask the other school for a new one."),
    "wrong_receiver": gettext_lazy(
        "The package is for %(school)s (%(code)s), not for this school; it cannot be opened here. Please tell the "
        "sender."
    ),
    "received_before": gettext_lazy(
        "This package of %(school)s is here already. It is taken in once only; you find it in the list."
    ),
    "cannot_open": gettext_lazy("A part of the package does not open with this school's key: %(part)s."),
    "broken_content": gettext_lazy(
        "A part of the package is not as the format says: %(part)s, %(place)s. Please ask the other school to update "
        "Taoli and send it again."
    ),
    "student_there": gettext_lazy(
        "%(name)s may be here already: same name, same birthday. Please say whether it is the same student."
    ),
    "sections_lacking": gettext_lazy("For %(name)s, sections that every package has are left out: %(sections)s."),
}

SECTIONS: Mapping[str, str | Promise] = {
    "goals": pgettext_lazy("section", "Goals and plans"),
    "growth": pgettext_lazy("section", "Growth archive"),
    "months": pgettext_lazy("section", "Month by month"),
    "marks": pgettext_lazy("section", "Exams"),
    "contacts": pgettext_lazy("section", "Talks, calls, visits"),
    "evaluations": pgettext_lazy("section", "Term evaluations"),
}

LACKING: Mapping[str, str | Promise] = {
    "strengths": gettext_lazy("no strength is named yet"),
    "farewell": gettext_lazy("the mentor's word is not there yet"),
}


def finding_words(found: Finding) -> str:
    """Return a finding as a sentence in the reader's language."""
    values: dict[str, Any] = dict(found.params)
    if "sections" in values:
        values["sections"] = joined([str(SECTIONS.get(key, key)) for key in values["sections"]])
    if "day" in values:
        values["day"] = formats.date_format(values["day"], "DATE_FORMAT")
    return str(SENTENCES[found.code]) % values

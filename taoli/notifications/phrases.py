"""The kinds of notices and their sentences, made in the reader's language from codes, names and values.

A new kind is one entry in KINDS. `safety`: may come at night and cannot be quietened.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

Values = Mapping[str, Any]

STEP_SENTENCES: Mapping[str, Any] = {
    "publish_mentors": gettext_lazy("%(round)s: please write a few words about yourself, so that students can choose."),
    "student_choice": gettext_lazy("%(round)s: you have not chosen a mentor yet."),
    "mentor_choice": gettext_lazy("%(round)s: please look at the students who wish for you."),
    "agreement": gettext_lazy("%(round)s: the agreement between mentor and student waits for your yes."),
    "first_meeting": gettext_lazy("%(round)s: please note whether the first meeting has been held."),
}
STEP_OTHER = gettext_lazy("%(round)s: a step waits for you.")
CHANNELS = {
    "inbox": pgettext_lazy("channel", "Notices in Taoli"),
    "paper": pgettext_lazy("channel", "Slips on paper"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind is called where it can be quietened, and how its sentence is made."""

    label: Any
    sentence: Callable[[Values], str]
    safety: bool = False


def _paired_student(values: Values) -> str:
    return _("Your mentor is %(mentor)s. %(meeting)s") % {"mentor": values["mentor"], "meeting": meeting_words(values)}


def _paired_mentor(values: Values) -> str:
    return _("You mentor %(count)s students: %(students)s. %(meeting)s") % {
        "count": len(values["student_ids"]),
        "students": values["students"],
        "meeting": meeting_words(values),
    }


def _paired_family(values: Values) -> str:
    return _("The mentor of %(student)s is %(mentor)s. %(does)s %(meeting)s") % {
        "student": values["student"],
        "mentor": values["mentor"],
        "does": mentor_does(values.get("guidances", ())),
        "meeting": meeting_words(values),
    }


def _meeting(values: Values) -> str:
    return meeting_words(values)


def _step_due(values: Values) -> str:
    sentence = str(STEP_SENTENCES.get(values["step"], STEP_OTHER)) % {"round": values["round"]}
    if not values.get("closes"):
        return sentence
    return _("%(sentence)s It is open until %(when)s.") % {"sentence": sentence, "when": moment(values["closes"])}


def mentor_does(guidances: Any) -> str:
    """Say in plain words what a mentor does, with the scheme's own guidances where it has some."""
    if not guidances:
        return _("A mentor knows your child, talks with them regularly, keeps in touch with you, and helps early.")
    return _("A mentor knows your child, talks with them regularly, keeps in touch with you: %(guidances)s.") % {
        "guidances": "、".join(guidances)
    }


def meeting_words(values: Values) -> str:
    """Say when and where the first meeting is, or that it will be told."""
    if not values.get("at"):
        return _("You will be told when the first meeting is.")
    words = {"when": moment(values["at"]), "place": values.get("place", "")}
    if words["place"]:
        return _("The first meeting is on %(when)s, %(place)s.") % words
    return _("The first meeting is on %(when)s.") % words


def moment(text: str) -> str:
    """Write a moment, given in ISO form, as day and time of the school's clock: 11月25日 12:20."""
    return formats.date_format(timezone.localtime(dt.datetime.fromisoformat(text)), "n月j日 H:i")


KINDS: Mapping[str, Kind] = {
    "paired_student": Kind(gettext_lazy("Who my mentor is"), _paired_student),
    "paired_mentor": Kind(gettext_lazy("Who my students are"), _paired_mentor),
    "paired_family": Kind(gettext_lazy("Who my child's mentor is"), _paired_family),
    "first_meeting": Kind(gettext_lazy("The first meeting"), _meeting),
    "step_due": Kind(gettext_lazy("What a round still asks of me"), _step_due),
}


def sentence_of(kind: str, values: Values) -> str:
    """Return the sentence of a notice in the language of whoever reads it."""
    return KINDS[kind].sentence(values).strip()


def safety_kinds() -> list[str]:
    """Return the kinds that come at once and always."""
    return [code for code, kind in KINDS.items() if kind.safety]


def slip_to(receiver_kind: str, name: str) -> str:
    """Say to whom a slip goes: the person, or the parents of a student."""
    return name if receiver_kind in {"staff", "student"} else _("parents of %(name)s") % {"name": name}


def staff_room() -> str:
    """Say what stands above the slips of staff."""
    return _("Staff")

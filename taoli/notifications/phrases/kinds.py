"""The kinds of notices and their sentences, made in the reader's language from codes, names and values.

A new kind is one entry in KINDS, or in the KINDS of its noun: appointments with families, the bureau.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from taoli.notifications.phrases import bureaus, visits
from taoli.notifications.phrases.checks import check_ends
from taoli.notifications.phrases.kind import Kind, Values, day, moment, plain

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
    "mail": pgettext_lazy("channel", "Mail"),
    "wecom": pgettext_lazy("channel", "WeCom"),
    "dingtalk": pgettext_lazy("channel", "DingTalk"),
    "feishu": pgettext_lazy("channel", "Feishu"),
    "sms_aliyun": pgettext_lazy("channel", "Text message (Aliyun)"),
    "sms_tencent": pgettext_lazy("channel", "Text message (Tencent Cloud)"),
}

# Kinds of addresses; both gateways for text messages use the same numbers.
REACHED_BY = {
    "mail": pgettext_lazy("address", "Mail address"),
    "wecom": pgettext_lazy("address", "WeCom account"),
    "dingtalk": pgettext_lazy("address", "DingTalk user id"),
    "feishu": pgettext_lazy("address", "Feishu user id"),
    "sms": pgettext_lazy("address", "Telephone for text messages"),
}


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


def _weekly_digest(_values: Values) -> str:
    return _("The page of your week is there. Open it in Taoli to look.")


def _survey_asked(values: Values) -> str:
    sentence = _("%(survey)s: please answer by %(day)s.") % {"survey": values["survey"], "day": day(values["until"])}
    return f"{sentence} {_('Nobody can see who answered what.')}" if values["secret"] else sentence


def _talk_answered(_values: Values) -> str:
    return _("The teacher you wrote to has answered you.")


def _talk_silent(_values: Values) -> str:
    return _("Your message has not been answered yet. You can ask somebody else.")


def _talk_asked(_values: Values) -> str:
    return _("A student would like to talk with you. Only you can see it.")


def _talk_again(_values: Values) -> str:
    return _("A student is still waiting for your answer. Two taps are enough: when, and where.")


def _talk_passed(_values: Values) -> str:
    return _("A student has waited for another adult and asks you instead.")


def _unsafe_ring(_values: Values) -> str:
    return _("A student says: I am not safe now. Please open this and press “I am coming”.")


def _unsafe_answered(values: Values) -> str:
    return _("%(mentor)s has answered the student's alarm.") % {"mentor": values["mentor"]}


def _student_away(values: Values) -> str:
    words = {"student": values["student"], "when": moment(values["at"])}
    if values.get("off"):
        return _("%(student)s is not away from class on %(when)s after all.") % words
    return _("%(student)s is away from class on %(when)s.") % words


def _night_card(values: Values) -> str:
    return _("%(mentor)s opened the night-duty card without being on duty; the reason is in the log.") % {
        "mentor": values["mentor"]
    }


def _farewell_asked(_values: Values) -> str:
    return _("Students of yours go on to another school. One sentence of yours can go along to the next mentor.")


def _appraisal_shown(values: Values) -> str:
    return _("Your appraisal sheet can be read. If something is not right, say so beside the item until %(day)s.") % {
        "day": day(values["until"]),
    }


def _package_arrived(values: Values) -> str:
    return _("%(school)s has sent a package. Please look and decide whether to take it in.") % {
        "school": values["school"]
    }


def _package_named(values: Values) -> str:
    sentence = _(
        "You were named to open the restricted part of a package of %(school)s. The school tells you the code."
    )
    return sentence % {"school": values["school"]}


def _package_answered(values: Values) -> str:
    sentences = {
        "received": gettext_lazy("%(school)s has taken in the package “%(title)s”; the receipt is there."),
        "refused": gettext_lazy("%(school)s has sent the package “%(title)s” back. Please look why."),
    }
    return str(sentences[values["state"]]) % {"school": values["school"], "title": values["title"]}


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


KINDS: Mapping[str, Kind] = {
    "paired_student": Kind(gettext_lazy("Who my mentor is"), _paired_student),
    "paired_mentor": Kind(gettext_lazy("Who my students are"), _paired_mentor),
    "paired_family": Kind(gettext_lazy("Who my child's mentor is"), _paired_family),
    "first_meeting": Kind(gettext_lazy("The first meeting"), _meeting),
    "step_due": Kind(gettext_lazy("What a round still asks of me"), _step_due),
    "weekly_digest": Kind(gettext_lazy("The week of my class or grade"), _weekly_digest),
    **visits.KINDS,
    "talk_asked": Kind(gettext_lazy("Students who would like to talk with me"), _talk_asked, private=True),
    "talk_again": Kind(gettext_lazy("A student still waits for my answer"), _talk_again, private=True),
    "talk_passed": Kind(gettext_lazy("A student who waited for somebody else"), _talk_passed, private=True),
    "talk_answered": Kind(gettext_lazy("An answer to my wish to talk"), _talk_answered, private=True),
    "talk_silent": Kind(gettext_lazy("My wish to talk has no answer yet"), _talk_silent, private=True),
    "unsafe_ring": Kind(gettext_lazy("A student is not safe"), _unsafe_ring, safety=True),
    "unsafe_answered": Kind(gettext_lazy("Somebody has answered an alarm"), _unsafe_answered, safety=True),
    "seen_on_duty": Kind(
        gettext_lazy("Somebody on duty has written something down about a student of mine"),
        plain(gettext_lazy("%(mentor)s, on duty, has written something down about %(student)s.")),
    ),
    # Cases of key attention: neither name nor content, and in no count.
    "care_asked": Kind(
        gettext_lazy("A case I am asked to look at"),
        plain(gettext_lazy("There is a case you are asked to look at. Open it in Taoli.")),
        private=True,
    ),
    "care_lead": Kind(
        gettext_lazy("A case I am asked to lead"),
        plain(gettext_lazy("You are asked to lead a case. Open it in Taoli.")),
        private=True,
    ),
    "care_measure": Kind(
        gettext_lazy("A measure I am asked to take"),
        plain(gettext_lazy("A measure for a student is asked of you. Open it in Taoli.")),
        private=True,
    ),
    "care_step": Kind(
        gettext_lazy("A case I raised or take part in has gone on"),
        plain(gettext_lazy("Something you raised or take part in has gone on. Open it in Taoli.")),
        private=True,
    ),
    "farewell_asked": Kind(gettext_lazy("A word to my students' next mentor"), _farewell_asked),
    "package_arrived": Kind(gettext_lazy("A package from another school"), _package_arrived),
    "package_named": Kind(gettext_lazy("A restricted part that I may open"), _package_named, private=True),
    "package_answered": Kind(gettext_lazy("The receipt for a package"), _package_answered),
    # The appraisal: no points, no item in a notice; that somebody objected is in no count.
    "appraisal_shown": Kind(gettext_lazy("My appraisal sheet can be read"), _appraisal_shown),
    "objection_answered": Kind(
        gettext_lazy("An answer to my objection"),
        plain(gettext_lazy("Your objection has been answered. Open your sheet to read it.")),
        private=True,
    ),
    "appraisal_published": Kind(
        gettext_lazy("The appraisal of the term is published"),
        plain(gettext_lazy("The appraisal of the term has been published. Your sheet is there to read.")),
    ),
    "check_ends": Kind(gettext_lazy("The yearly check of somebody from outside runs out"), check_ends),
    **bureaus.KINDS,
    # The counsellor, and what only a few may open: no names, no content, in no count.
    "referral_asked": Kind(
        gettext_lazy("A student is referred to me"),
        plain(gettext_lazy("A student has been referred to the counsellor. Please look at the waiting list.")),
        private=True,
    ),
    "referral_now": Kind(
        gettext_lazy("Please open the waiting list today"),
        plain(gettext_lazy("A student has been referred to the counsellor for today. Please look now.")),
        safety=True,
        private=True,
    ),
    "referral_moved": Kind(
        gettext_lazy("Something new about a referral of mine"),
        plain(gettext_lazy("There is something new about a student you have referred.")),
        private=True,
    ),
    "counsellor_advice": Kind(
        gettext_lazy("The counsellor has advice for me"),
        plain(gettext_lazy("The counsellor has written advice for you about a student.")),
        private=True,
    ),
    "student_away": Kind(gettext_lazy("A student of mine is away from class"), _student_away, private=True),
    "students_handed": Kind(
        gettext_lazy("Students handed over to me"),
        plain(gettext_lazy("Students of a colleague have been handed over to you.")),
        private=True,
    ),
    "glass_broken": Kind(
        gettext_lazy("I am named as the second person"),
        plain(gettext_lazy("Somebody has opened sealed notes and named you as the second person. Please look.")),
        safety=True,
        private=True,
        hidden=True,
    ),
    "harm_told": Kind(
        gettext_lazy("Something that only a few may open"),
        plain(gettext_lazy("There is something that only you and a few others may open. Please look at once.")),
        safety=True,
        private=True,
        hidden=True,
    ),
    "survey_asked": Kind(gettext_lazy("A survey of the school"), _survey_asked),
    "night_card": Kind(gettext_lazy("The night-duty card was opened by somebody not on duty"), _night_card),
}


def sentence_of(kind: str, values: Values) -> str:
    """Return the sentence of a notice in the language of whoever reads it."""
    return KINDS[kind].sentence(values).strip()


def safety_kinds() -> list[str]:
    """Return the kinds that come at once and always."""
    return [code for code, kind in KINDS.items() if kind.safety]


def hidden_kinds() -> list[str]:
    """Return the kinds of which no log of deliveries tells."""
    return [code for code, kind in KINDS.items() if kind.hidden]


def slip_to(receiver_kind: str, name: str) -> str:
    """Say to whom a slip goes: the person, or the parents of a student."""
    return name if receiver_kind in {"staff", "student"} else _("parents of %(name)s") % {"name": name}


def staff_room() -> str:
    """Say what stands above the slips of staff."""
    return _("Staff")

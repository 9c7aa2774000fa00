"""The words of appointments with families: what to bring up, what to keep to, what happened."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from taoli.guidance.phrases.days import full_date, joined

# What a visit is recorded as, by where it was: keys of WAYS.
WAY_OF_PLACE = {"home": "visit", "school": "family_at_school", "elsewhere": "third_place", "video": "video"}
STATE_KIND = {
    "proposed": "wait",
    "countered": "soon",
    "agreed": "open",
    "declined": "off",
    "held": "done",
    "cancelled": "off",
}
PLACE_WORDS = {
    "home": pgettext_lazy("appointment", "at home"),
    "school": pgettext_lazy("appointment", "at school"),
    "elsewhere": pgettext_lazy("appointment", "at a third place"),
    "video": pgettext_lazy("appointment", "by video"),
}
# How each state reads on the family's page; a refusal reads as an answer, never as a reproach.
FAMILY_STATES = {
    "proposed": pgettext_lazy("family page", "The mentor would like to meet you. Which time suits you?"),
    "countered": pgettext_lazy("family page", "Your wish has reached the mentor, who will answer here."),
    "agreed": pgettext_lazy("family page", "It is agreed."),
    "declined": pgettext_lazy(
        "family page", "You have said that you do not need it this time. That is quite all right."
    ),
    "held": pgettext_lazy("family page", "You have met. Thank you."),
    "cancelled": pgettext_lazy("family page", "This appointment has been called off."),
}
# 家校沟通清单: what may be brought up with a family, and what the school hears from them.
TOPICS: Mapping[str, Any] = {
    "strengths": pgettext_lazy("talk with a family", "What the child is good at, with an example from these weeks"),
    "home": pgettext_lazy("talk with a family", "How the day goes at home: sleep, meals, way to school"),
    "study": pgettext_lazy("talk with a family", "Where and when the child studies, and what would help"),
    "friends": pgettext_lazy("talk with a family", "Friends, and what the child likes to do"),
    "phone": pgettext_lazy("talk with a family", "Phone and screen: which rule you have agreed on"),
    "health": pgettext_lazy("talk with a family", "Health and mood: what the school should know"),
    "safety": pgettext_lazy("talk with a family", "Safety on the way, at the water, in traffic"),
    "wishes": pgettext_lazy("talk with a family", "What the family wishes of the school"),
    "help": pgettext_lazy("talk with a family", "Aid the family may ask for, and with whom"),
    "contact": pgettext_lazy("talk with a family", "How and when you best reach each other"),
}
# 家访纪律: the card that goes along.
DISCIPLINE = (
    pgettext_lazy("rule of a visit", "Come at the time agreed; if you are late, telephone."),
    pgettext_lazy("rule of a visit", "Accept no gifts, no meal, no lift and no money."),
    pgettext_lazy("rule of a visit", "Begin with what the child does well; compare with no other child."),
    pgettext_lazy("rule of a visit", "Let the child take part; nothing said in confidence is told on."),
    pgettext_lazy(
        "rule of a visit", "Ask about nothing that the school need not know: income, divorce, illness of others."
    ),
    pgettext_lazy("rule of a visit", "Take no pictures of the home. Sell and recommend nothing, no courses either."),
    pgettext_lazy("rule of a visit", "If something seems unsafe, leave, and telephone the school."),
)
WHO = {
    "mother": pgettext_lazy("who answers", "mother"),
    "father": pgettext_lazy("who answers", "father"),
    "grandparent": pgettext_lazy("who answers", "grandparent"),
    "other": pgettext_lazy("who answers", "another guardian"),
}
HOW = {
    "phone": pgettext_lazy("how they said so", "by telephone"),
    "in_person": pgettext_lazy("how they said so", "in person"),
    "paper": pgettext_lazy("how they said so", "on the slip"),
}
STEPS: Mapping[str, Any] = {
    "proposed": pgettext_lazy("step of an appointment", "offered: %(times)s"),
    "countered": pgettext_lazy("step of an appointment", "asked for: %(times)s, %(place)s"),
    "agreed": pgettext_lazy("step of an appointment", "agreed on %(times)s, %(place)s"),
    "declined": pgettext_lazy("step of an appointment", "does not need it this time"),
    "declined_all": pgettext_lazy("step of an appointment", "would rather have no visits this term"),
    "cancelled": pgettext_lazy("step of an appointment", "called off"),
    "held": pgettext_lazy("step of an appointment", "held and noted"),
    "not_met": pgettext_lazy("step of an appointment", "nobody was there"),
    "arrived": pgettext_lazy("step of an appointment", "arrived"),
    "back": pgettext_lazy("step of an appointment", "left again"),
    "link": pgettext_lazy("step of an appointment", "new link and code made"),
    "second": pgettext_lazy("step of an appointment", "second adult changed"),
    "topics": pgettext_lazy("step of an appointment", "topics noted"),
}


def moment_words(moment: dt.datetime) -> str:
    """Return day and time of the school's clock: 11月28日 周六 10:00."""
    local = timezone.localtime(moment)
    return f"{full_date(local.date())} {local:%H:%M}"


def place_words(place: str, note: str = "") -> str:
    """Return where: 第三地点：社区图书馆."""
    words = str(PLACE_WORDS[place])
    return _("%(place)s (%(note)s)") % {"place": words, "note": note} if note else words


def step_words(what: str, facts: Mapping[str, Any]) -> str:
    """Return one line of the journal; a word that came by mouth says who spoke, and how."""
    times = joined([moment_words(dt.datetime.fromisoformat(text)) for text in facts.get("times", ())])
    words = str(STEPS[what]) % {"times": times, "place": PLACE_WORDS.get(facts.get("place", ""), "")}
    who, how = WHO.get(facts.get("who", "")), HOW.get(facts.get("how", ""))
    said = joined([str(one) for one in (who, how) if one])
    return _("%(words)s (%(said)s)") % {"words": words, "said": said} if said else words


def given_name(name: str, surname: str) -> str:
    """Return a child's name without the surname, for a page that may be forwarded; a name of one part stays."""
    return name.removeprefix(surname) or name

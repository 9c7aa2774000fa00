"""What a scheme costs and where it is hard, in sentences."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from taoli.engine.facts import Finding
from taoli.engine.load import LoadPart
from taoli.engine.scheme import Scheme
from taoli.schemes.phrases.words import UNITS, role_word

Params = Mapping[str, Any]
MINUTES_AN_HOUR = 60
SELDOM = 0.1  # times a week
GROUPS_WORD = {
    "study_group": pgettext_lazy("how many", "Study groups"),
    "dormitory": pgettext_lazy("how many", "Dormitory rooms"),
    "interest_group": pgettext_lazy("how many", "Interest groups"),
}


def limit_sentence(scheme: Scheme, finding: Finding) -> str:
    """Say with the numbers what cannot be met, or is hard."""
    params: dict[str, Any] = dict(finding.params)
    if "role" in params:
        params["role"] = role_word(scheme, str(params["role"]))
    if "unit" in params:
        params["unit"] = UNITS[str(params["unit"])]
    return SENTENCES[finding.code]({key: figure(value) for key, value in params.items()})


def part_notes(part: LoadPart) -> str:
    """Say how often a week, and what is special about it."""
    notes = [_often(part.times)]
    if part.kind == "chair":
        notes.append(_("in the chair"))
    if part.travel:
        notes.append(_("%(minutes)s min of them on the way") % {"minutes": figure(round(part.travel))})
    if part.only_some:
        notes.append(_("for students with a mark only"))
    if not part.recorded:
        notes.append(_("expected, never written down, in no total"))
    if part.mentoring:
        notes.append(_("as a mentor"))
    return " · ".join(notes)


def hours(minutes: float) -> str:
    """Return minutes as hours with one place, minutes below an hour."""
    if minutes < MINUTES_AN_HOUR:
        return _("%(minutes)s minutes") % {"minutes": round(minutes)}
    return _("%(hours)s hours") % {"hours": figure(round(minutes / MINUTES_AN_HOUR, 1))}


def figure(value: Any) -> Any:
    """Return a number without a needless .0."""
    return int(value) if isinstance(value, float) and value == int(value) else value


def _often(times: float) -> str:
    if times < SELDOM:
        return _("less than once in ten weeks")
    return _("%(times)s times a week") % {"times": figure(round(times, 1))}


def _no_mentors(params: Params) -> str:
    return _("There are %(students)s students and no mentor.") % params


def _above_most(params: Params) -> str:
    if params["more"] is None:
        return _("%(role)s: on average %(mean)s %(unit)s, but at most %(most)s are allowed.") % params
    return (
        _("%(role)s: on average %(mean)s %(unit)s, the scheme allows %(most)s; %(more)s more mentors are needed.")
        % params
    )


def _below_least(params: Params) -> str:
    return _("%(role)s: on average %(mean)s %(unit)s, at least %(least)s are asked for; %(spare)s too many.") % params


def _many_classes(params: Params) -> str:
    text = _("%(mentors)s mentors have students from more than %(most)s classes, up to %(classes)s.") % params
    if params["times"]:
        more = _("That is %(times)s class conferences a week to sit in, %(minutes)s minutes.") % params
        return f"{text} {more}"
    return text


def _slot_too_short(params: Params) -> str:
    words = {
        "group": _("%(label)s: the fixed slot holds %(slot)s minutes, %(subjects)s groups need %(needed)s."),
        "class": _("%(label)s: the fixed slot holds %(slot)s minutes, %(subjects)s classes need %(needed)s."),
    }
    usual = _("%(label)s: the fixed slot holds %(slot)s minutes, %(subjects)s students one by one need %(needed)s.")
    return words.get(params["subject"], usual) % params


def _daily_for_some(params: Params) -> str:
    return (
        _("%(label)s: %(students)s students every school day, %(minutes)s minutes a day for all mentors together.")
        % params
    )


def _cap_reached(params: Params) -> str:
    text = (
        _("%(label)s: %(each)s points each, at most %(cap)s. %(students)s students reach that in %(months)s months.")
        % params
    )
    return text if params["in_force"] else f"{text} {_('This way of counting is offered, not chosen.')}"


SENTENCES: dict[str, Callable[[Params], str]] = {
    "no_mentors": _no_mentors,
    "above_most": _above_most,
    "below_least": _below_least,
    "many_classes": _many_classes,
    "slot_too_short": _slot_too_short,
    "daily_for_some": _daily_for_some,
    "cap_reached": _cap_reached,
}

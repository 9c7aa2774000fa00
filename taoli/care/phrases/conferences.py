"""Sentences of conferences: what stands on an agenda, titles."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

ALREADY = gettext_lazy("There is another one of this kind on the same day. Both stay.")


def conference_title(kind: str, place: str, title: str) -> str:
    """Return what a conference is called: class conference · 高一(1)班."""
    return " · ".join(part for part in (kind, place, title) if part)


def action_words(text: str, owner: str, due: str) -> str:
    """Return an action that is still open, with whose it is."""
    return _("Agreed last time: %(text)s (%(owner)s, by %(due)s)") % {"text": text, "owner": owner, "due": due}


def agreed_words() -> str:
    """Return what a projector may show of an action about a student."""
    return _("Something was agreed last time. How did it go?")


def action_of_all(text: str, owner: str, due: str) -> str:
    """Return an open action that is about no student."""
    return _("%(text)s (%(owner)s, by %(due)s)") % {"text": text, "owner": owner, "due": due}


def talk_words() -> str:
    """Return what a projector may show where the reason is not for it."""
    return _("Everybody who knows something says it.")


def case_words(how: str, review: str, leader: str) -> str:
    """Return a case that is due."""
    said = [_("Needs more attention (%(how)s)") % {"how": how}]
    said += [_("review on %(day)s") % {"day": review}] if review else []
    said += [_("led by %(name)s") % {"name": leader} if leader else _("nobody leads it yet")]
    return " · ".join(said)


def measure_words(text: str, owner: str, due: str) -> str:
    """Return a measure of a plan that is due."""
    return _("Due: %(text)s (%(owner)s, by %(due)s)") % {"text": text, "owner": owner, "due": due}


def unreached_words() -> str:
    """Return that no adult has written anything down this month."""
    return _("No record yet this month")


def unreached_many(names: str, n: int) -> str:
    """Return the same of several in one line."""
    return _("No record yet this month, %(n)s more: %(names)s") % {"n": n, "names": names}


def unreached_grade(grade: str, n: int) -> str:
    """Return how many of a grade, without names."""
    return _("%(grade)s: %(n)s students without a record yet this month") % {"grade": grade, "n": n}


def noted_words() -> str:
    """Return that somebody wants to speak of a student."""
    return _("Somebody would like to speak of this student.")


def good_words(strengths: str) -> str:
    """Return what is good: a goal reached, strengths that teachers have seen."""
    if strengths:
        return _("Reached a goal of the own. Strengths: %(strengths)s") % {"strengths": strengths}
    return _("Reached a goal of the own.")

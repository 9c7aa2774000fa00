"""Figures of surveys as sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

INDICATORS = {
    "knows_mentor": gettext_lazy("knows the mentor"),
    "useful": gettext_lazy("finds it useful"),
    "parents_useful": gettext_lazy("finds it useful"),
    "parents_necessary": gettext_lazy("finds it necessary"),
    "teachers_necessary": gettext_lazy("finds it necessary"),
    "teachers_willing": gettext_lazy("is willing"),
    "satisfied": gettext_lazy("is satisfied"),
}


def indicator_name(key: str) -> str:
    """Return an indicator in words; a school's own key as it is."""
    return str(INDICATORS.get(key, key))


def figure_words(n: int | None, mean: float | None = None, hidden: str = "", *, most: int = 5) -> str:
    """Say what is told of a figure, and why not more."""
    if n == 0:
        return _("nobody has answered")
    if n is None or hidden == "few":
        return _("fewer than five answers, or kept back to protect them")
    told = ngettext("%(n)s answer", "%(n)s answers", n) % {"n": n}
    values = {"told": told, "mean": f"{mean:g}" if mean is not None else "", "most": most}
    if hidden == "top":
        return _("%(told)s, mean %(mean)s of %(most)s or more") % values
    if hidden == "bottom":
        return _("%(told)s, mean %(mean)s of %(most)s or less") % values
    return _("%(told)s, mean %(mean)s of %(most)s") % values if mean is not None else told

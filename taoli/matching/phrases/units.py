"""Words about groups and other units."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# How far the groups lie apart, by what: the sentence takes the figure.
SPREADS = {
    "size": gettext_lazy("students in a group"),
    "layer": gettext_lazy("students of one layer"),
    "gender": gettext_lazy("girls or boys"),
    "boarding": gettext_lazy("boarders"),
    "score": gettext_lazy("average score, in standard deviations"),
}


def group_name(place: int) -> str:
    """Name a new group by its number: 第1组."""
    return _("Group %(place)s") % {"place": place}


def missing_words(kind: str, names: str, count: int) -> str:
    """Say who has no unit yet and what to do."""
    if kind == "dormitory":
        return _("%(count)s students have no room on the roster: %(names)s. They are assigned one by one.") % {
            "count": count,
            "names": names,
        }
    return _(
        "%(count)s students have no group yet: %(names)s. They are assigned one by one, unless you group them."
    ) % {
        "count": count,
        "names": names,
    }

"""Words about groups and other units."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.engine.grouping import Finding

# How far the groups lie apart, by what: the sentence takes the figure.
SPREADS = {
    "size": gettext_lazy("students in a group"),
    "layer": gettext_lazy("students of one layer"),
    "gender": gettext_lazy("girls or boys"),
    "boarding": gettext_lazy("boarders"),
    "score": gettext_lazy("average score, in standard deviations"),
}
# Why no groups keep the rules of the round, by the engine's code.
UNGROUPABLE = {
    "together_too_large": gettext_lazy(
        "%(names)s are to stay together, but a group takes %(largest)s students. Please ask for larger groups."
    ),
    "apart_too_many": gettext_lazy(
        "%(names)s are to be kept apart from each other, but there are %(groups)s groups. Please ask for more groups."
    ),
    "apart_and_together": gettext_lazy(
        "%(names)s are to be kept apart and to stay together. Please change one of the two rules of the round."
    ),
}


def ungroupable_words(findings: Sequence[Finding], names: Mapping[str, str]) -> str:
    """Say which rules of the round no groups can keep, each in a sentence; `names`: student id → name."""
    told = [_ungroupable(one, names) for one in findings if one.code in UNGROUPABLE]
    return " ".join(told) or _(
        "The rules of this round cannot all be kept in these groups. Please ask for other groups."
    )


def _ungroupable(one: Finding, names: Mapping[str, str]) -> str:
    members = one.params["members"]
    assert isinstance(members, tuple)
    return UNGROUPABLE[one.code] % {**one.params, "names": "、".join(names[str(pk)] for pk in members)}


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

"""What a seating breaks, and why there is none, with numbers one can count by hand."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.engine.matching import Finding

Names = Mapping[str, str]
NAMED = 5


def finding_sentence(finding: Finding, names: Names) -> str:
    """Say what a code means, ids replaced by names."""
    words = {key: _words(value, names) for key, value in finding.params.items()}
    made = SENTENCES.get(finding.code)
    return made(words) if made else _("A rule of the round is broken.")


def hint_words(finding: Finding) -> str:
    """Say in few words what would break, for the column of a mentor."""
    params = finding.params
    if finding.code == "over_maximum":
        return _("%(by)s more than the limit of %(max)s") % {"by": params["by"], "max": params["max"]}
    if finding.code == "too_many_classes":
        return _("from more than %(limit)s classes") % {"limit": params["limit"]}
    if finding.code == "not_eligible":
        return _("does not teach this class")
    made = HINTS.get(finding.code)
    if made:
        return str(made) % params
    return _("breaks a rule")


def listed(ids: Any, names: Names) -> str:
    """Return the first few names of a list, and how many there are when it is longer."""
    known = [names.get(str(one), "") for one in ids]
    shown = "、".join(known[:NAMED])
    if len(known) > NAMED:
        return _("%(names)s and others, %(count)s in all") % {"names": shown, "count": len(known)}
    return shown


def _words(value: Any, names: Names) -> Any:
    if isinstance(value, tuple | list):
        return {"list": listed(value, names), "count": len(value), "ids": list(value)}
    if isinstance(value, str):
        return names.get(value, value)
    return value


def _over_maximum(words: Mapping[str, Any]) -> str:
    return _("%(mentor)s would have %(load)s students, %(by)s more than the limit of %(max)s.") % words


def _under_minimum(words: Mapping[str, Any]) -> str:
    return _("%(mentor)s would have %(load)s students, %(by)s fewer than the least of %(min)s.") % words


def _too_many_classes(words: Mapping[str, Any]) -> str:
    return _("%(mentor)s would have students of %(classes)s: more than %(limit)s classes.") % {
        "mentor": words["mentor"],
        "classes": words["classes"]["list"],
        "limit": words["limit"],
    }


def _not_eligible(words: Mapping[str, Any]) -> str:
    return _("%(mentor)s does not teach the class of %(student)s.") % words


def _mentor_absent(words: Mapping[str, Any]) -> str:
    return _("%(mentor)s is away in this round and takes no students.") % words


def _unit_split(words: Mapping[str, Any]) -> str:
    return _("%(unit)s would no longer be together with one mentor.") % words


def _category_over(words: Mapping[str, Any]) -> str:
    return _("%(mentor)s would have %(count)s students of one category, %(by)s more than the limit of %(cap)s.") % words


def _apart(words: Mapping[str, Any]) -> str:
    return _("%(students)s are to be kept apart, and would all be with %(mentor)s.") % {
        "students": words["students"]["list"],
        "mentor": words["mentor"],
    }


def _together(words: Mapping[str, Any]) -> str:
    return _("%(students)s are to be kept together, and would no longer be.") % {"students": words["students"]["list"]}


def _pin(words: Mapping[str, Any]) -> str:
    return _("%(student)s is pinned to %(pinned_to)s.") % words


def _envy(words: Mapping[str, Any]) -> str:
    return _("%(student)s wished for %(mentor)s more and drew an earlier place than %(over)s, who is there.") % words


def _claim(words: Mapping[str, Any]) -> str:
    return _("%(student)s wished for %(mentor)s more, who still has a free seat.") % words


def _not_seated(words: Mapping[str, Any]) -> str:
    return _("%(student)s has no mentor yet.") % words


def _seats_short(words: Mapping[str, Any]) -> str:
    return (
        _(
            "%(students)s students, but only %(seats)s seats in all: %(short)s are missing. "
            "Please raise the limits of some mentors, or put more mentors on offer."
        )
        % words
    )


def _minimum_too_high(words: Mapping[str, Any]) -> str:
    return (
        _(
            "The mentors ask for at least %(minimum)s students together, but there are only %(students)s: "
            "%(excess)s too many. Please lower some of the least numbers."
        )
        % words
    )


def _hall_seats(words: Mapping[str, Any]) -> str:
    return _(
        "%(students)s students of %(classes)s may only go to %(mentors)s, who have %(seats)s seats together: "
        "%(short)s are missing."
    ) % _lists(words)


def _nobody_eligible(words: Mapping[str, Any]) -> str:
    return _("No mentor on offer may take the %(students)s students of %(classes)s.") % _lists(words)


def _hall_minimum(words: Mapping[str, Any]) -> str:
    return _(
        "%(mentors)s ask for at least %(minimum)s students, but only %(students)s of %(classes)s may come to them."
    ) % {**_lists(words), "students": words["students"]}


def _crossed(words: Mapping[str, Any]) -> str:
    return _("%(mentor)s: the least number %(min)s is above the limit %(max)s.") % words


def _conflict(words: Mapping[str, Any]) -> str:
    rules = "、".join(str(RULES[rule]) for rule in words["rules"]["ids"])
    return _("These rules cannot all be kept: %(rules)s. Please loosen one of them.") % {"rules": rules}


def _too_large(words: Mapping[str, Any]) -> str:
    return _("%(students)s belong together, %(size)s students, but no mentor takes more than %(largest)s.") % {
        "students": words["students"]["list"],
        "size": words["size"],
        "largest": words["largest"],
    }


def _search_limit(_params: Mapping[str, Any]) -> str:
    return _("No matching was found in the time allowed. Please loosen a limit and try again.")


def _lists(words: Mapping[str, Any]) -> dict[str, Any]:
    counted = {key: value["count"] for key, value in words.items() if isinstance(value, dict)}
    shown = {key: value["list"] for key, value in words.items() if isinstance(value, dict)}
    return {**words, **shown, "students": counted.get("students", words.get("students"))}


RULES = {
    "minimum": gettext_lazy("the least numbers"),
    "class_limit": gettext_lazy("the limit on classes per mentor"),
    "category_cap": gettext_lazy("the limit on a category per mentor"),
    "apart": gettext_lazy("students kept apart"),
    "together": gettext_lazy("groups kept together"),
    "unit": gettext_lazy("units that stay whole"),
    "maximum": gettext_lazy("the limits on numbers"),
    "pinned": gettext_lazy("pairs fixed beforehand"),
    "teaches_class": gettext_lazy("only classes one teaches"),
}
HINTS = {
    "mentor_absent": gettext_lazy("is away"),
    "under_minimum": gettext_lazy("%(by)s fewer than the least of %(min)s"),
    "category_over_cap": gettext_lazy("more than %(cap)s of one category"),
    "apart_broken": gettext_lazy("meets somebody to be kept apart"),
    "together_broken": gettext_lazy("leaves somebody to be kept together"),
    "pin_broken": gettext_lazy("is pinned to another mentor"),
    "unit_split": gettext_lazy("splits a group"),
}
SENTENCES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "over_maximum": _over_maximum,
    "under_minimum": _under_minimum,
    "too_many_classes": _too_many_classes,
    "not_eligible": _not_eligible,
    "mentor_absent": _mentor_absent,
    "unit_split": _unit_split,
    "category_over_cap": _category_over,
    "apart_broken": _apart,
    "together_broken": _together,
    "pin_broken": _pin,
    "justified_envy": _envy,
    "empty_seat_claim": _claim,
    "not_seated": _not_seated,
    "seats_short": _seats_short,
    "minimum_too_high": _minimum_too_high,
    "hall_seats": _hall_seats,
    "nobody_eligible": _nobody_eligible,
    "hall_minimum": _hall_minimum,
    "minimum_above_maximum": _crossed,
    "rules_conflict": _conflict,
    "together_too_large": _too_large,
    "search_limit": _search_limit,
}

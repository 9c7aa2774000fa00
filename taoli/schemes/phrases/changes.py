"""What a value of a scheme is called, what is still to be typed, what a school changed."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from taoli.engine.scheme import Change, OpenPoint, Scheme
from taoli.schemes.phrases.statements import number
from taoli.schemes.phrases.words import STEPS, UNIT_NAMES, WEEKDAYS, role_word

PLAIN = {
    "unit": gettext_lazy("What a mentor is given"),
    "max_classes_per_mentor": gettext_lazy("Classes per mentor, at most"),
    "cycle.weeks": gettext_lazy("Length of a cycle, in weeks"),
    "cycle.anchor_week": gettext_lazy("Week of the fixed slot"),
    "cycle.weekday": gettext_lazy("Weekday of the fixed slot"),
    "cycle.slot": gettext_lazy("Time of the fixed slot"),
    "cycle.first_week": gettext_lazy("Teaching week of the first cycle"),
    "steps": gettext_lazy("Order of the steps"),
}
BOUNDS = {
    "min": gettext_lazy("%(role)s: at least"),
    "target": gettext_lazy("%(role)s: aim"),
    "max": gettext_lazy("%(role)s: at most"),
}
CAPACITY_PARTS = 3


def path_words(scheme: Scheme, path: str) -> str:
    """Return what the value at a path is called on a page."""
    if path in PLAIN:
        return str(PLAIN[path])
    section, *rest = path.split(".")
    if section == "capacity" and len(rest) == CAPACITY_PARTS - 1 and rest[1] in BOUNDS:
        return BOUNDS[rest[1]] % {"role": role_word(scheme, rest[0])}
    if section == "steps" and rest:
        return _("Step: %(step)s") % {"step": STEPS.get(rest[0], rest[0])}
    if path.startswith("appraisal.items.") and path.endswith(".chosen") and scheme.appraisal:
        item = next((one for one in scheme.appraisal.items if one.key == rest[1]), None)
        return _("Scoring of %(item)s") % {"item": item.label if item else rest[1]}
    return path


def open_sentence(scheme: Scheme, point: OpenPoint) -> str:
    """Say what is still to be typed, and why it cannot wait."""
    words = path_words(scheme, point.path)
    if point.code == "cycle_length_needed":
        return _("%(value)s: the text does not say, and what is asked per cycle cannot be counted without it.") % {
            "value": words
        }
    return _("%(value)s: the text leaves it to the school.") % {"value": words}


def change_words(scheme: Scheme, change: Change) -> dict[str, str]:
    """Return label, before and after of a change, for the page."""
    return {
        "label": path_words(scheme, change.path),
        "before": _value(scheme, change.path, change.before),
        "after": _value(scheme, change.path, change.after),
    }


def _value(scheme: Scheme, path: str, value: Any) -> str:
    if value is None or value == "":
        return pgettext("value", "not asked") if path.startswith("steps.") else ""
    if path.endswith(".chosen") or (path.startswith("appraisal.items.") and isinstance(value, str)):
        return _variant(scheme, path, value)
    if path == "unit":
        return str(UNIT_NAMES[value])
    if path == "cycle.weekday":
        return str(WEEKDAYS[value])
    if path == "steps" and isinstance(value, list):
        return " → ".join(str(STEPS.get(name, name)) for name in value)
    if isinstance(value, Mapping) and path.startswith("steps."):
        return _step(value)
    if isinstance(value, bool):
        return pgettext("value", "yes") if value else pgettext("value", "no")
    return number(value) if isinstance(value, int | float) else str(value)


def _step(value: Mapping[str, Any]) -> str:
    if "ranks" in value:
        return _("asked, %(ranks)s wishes") % {"ranks": value["ranks"]}
    return pgettext("value", "asked")


def _variant(scheme: Scheme, path: str, value: str) -> str:
    key = path.split(".")[2]
    items = scheme.appraisal.items if scheme.appraisal else ()
    variants = next((item.variants for item in items if item.key == key), ())
    return next((variant.label for variant in variants if variant.key == value), value)

"""What a value of a scheme is called, what is still to be typed, what a school changed."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from taoli.engine.scheme import Change, OpenPoint, Scheme, dump
from taoli.engine.scheme.shapes import model_of, shape_at
from taoli.engine.scheme.tree import child
from taoli.schemes.phrases.fields import field_word
from taoli.schemes.phrases.statements import number
from taoli.schemes.phrases.vocabulary import value_word
from taoli.schemes.phrases.words import EDITED, METHODS, ROLES, STEPS, WEEKDAYS, role_word

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
    return _parts_of_path(scheme, path)


def _parts_of_path(scheme: Scheme, path: str) -> str:
    """Say a path part by part: section, the entry by its own name, the value."""
    tree, model = dump(scheme), "Scheme"
    node: Any = tree
    found: list[str] = []
    names = path.split(".")
    for depth, name in enumerate(names):
        shape = shape_at(tree, ".".join(names[: depth + 1]))
        node = _child(node, name)
        found.append(_part_word(scheme, model, name, node, inside=bool(depth)))
        if shape is not None and shape.kind == "model":
            model = model_of(shape, node).__name__
    return " · ".join(found)


def _part_word(scheme: Scheme, model: str, name: str, node: Any, *, inside: bool) -> str:
    if isinstance(node, Mapping) and "label" in node:
        return str(node["label"])
    if inside and name in ROLES and model in {"Scheme", "Capacity"}:
        return role_word(scheme, name)
    if inside and name in STEPS and isinstance(node, Mapping):
        return str(STEPS[name])
    if model in {"Scheme", "Appraisal"} and name in EDITED:
        return str(EDITED[name])
    return field_word(model, name)


def _child(node: Any, name: str) -> Any:
    try:
        return child(node, name)
    except (KeyError, TypeError):
        return None


def open_sentence(scheme: Scheme, point: OpenPoint) -> str:
    """Say what is still to be typed, and why it cannot wait."""
    words = path_words(scheme, point.path)
    if point.code == "cycle_length_needed":
        return _("%(value)s: the text does not say, and what is asked per cycle cannot be counted without it.") % {
            "value": words
        }
    return _("%(value)s: the text leaves it to the school.") % {"value": words}


def change_words(scheme: Scheme, change: Change, earlier: Scheme | None = None) -> dict[str, str]:
    """Return label, before and after of a change, for the page; what is gone is called what the earlier scheme did."""
    old = earlier or scheme
    return {
        "label": path_words(old if change.after is None else scheme, change.path),
        "before": _value(old, change.path, change.before),
        "after": _value(scheme, change.path, change.after),
    }


def _value(scheme: Scheme, path: str, value: Any) -> str:
    if value is None or value in ("", [], ()):
        return pgettext("value", "not asked") if path.startswith("steps.") and path.count(".") == 1 else ""
    if path.endswith(".chosen"):
        return _variant(scheme, path, value)
    if path == "cycle.weekday":
        return str(WEEKDAYS[value])
    if path == "steps" and isinstance(value, list):
        return " → ".join(str(STEPS.get(name, name)) for name in value)
    if isinstance(value, Mapping) and path.startswith("steps."):
        return _step(value)
    return value_words(scheme, path, value)


def value_words(scheme: Scheme, path: str, value: Any) -> str:
    """Return any value in words: a choice by its word, lists one after another, an entry by its name."""
    if isinstance(value, bool):
        return pgettext("value", "yes") if value else pgettext("value", "no")
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, Mapping):
        return _entry_words(scheme, path, value)
    if isinstance(value, list | tuple):
        return pgettext("between words", ", ").join(value_words(scheme, path, one) for one in value)
    shape = shape_at(dump(scheme), path)
    if shape is not None and shape.kind == "choice":
        name = shape.enum.__name__ if shape.enum else path.rpartition(".")[2]
        return role_word(scheme, value) if name == "Actor" else value_word(name, value)
    return _named_elsewhere(scheme, path, str(value))


def _entry_words(scheme: Scheme, path: str, value: Mapping[str, Any]) -> str:
    if "label" in value or "text" in value:
        return str(value.get("label") or value.get("text"))
    if "method" in value:
        return str(METHODS.get(value["method"], value["method"]))
    said = [
        f"{field_word('', name)} {value_words(scheme, f'{path}.{name}', one)}"
        for name, one in value.items()
        if one not in (None, "", [], False) and name not in {"clause", "own", "open", "key"}
    ]
    return pgettext("between words", ", ").join(said)


def _named_elsewhere(scheme: Scheme, path: str, key: str) -> str:
    """A key of an entry is said by the entry's name."""
    entry = _child(_child(dump(scheme), path), key)
    if isinstance(entry, Mapping):
        return _entry_words(scheme, path, entry)
    named = {one.key: one.label for one in (*scheme.duties, *scheme.categories)}
    return named.get(key, key)


def _step(value: Mapping[str, Any]) -> str:
    if "ranks" in value:
        return _("asked, %(ranks)s wishes") % {"ranks": value["ranks"]}
    return pgettext("value", "asked")


def _variant(scheme: Scheme, path: str, value: str) -> str:
    key = path.split(".")[2]
    items = scheme.appraisal.items if scheme.appraisal else ()
    variants = next((item.variants for item in items if item.key == key), ())
    return next((variant.label for variant in variants if variant.key == value), value)

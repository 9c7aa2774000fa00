"""Ways out of an impossible round, in words."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from taoli.engine.matching import Finding
from taoli.matching.phrases.findings import listed

Names = Mapping[str, str]


def way_sentence(change: Finding, names: Names) -> str:
    """Say what to change, ids replaced by names."""
    words = {
        key: listed(value, names) if isinstance(value, list | tuple) else names.get(str(value), value)
        for key, value in change.params.items()
    }
    made = WAYS.get(change.code)
    return made(words) if made else _("Loosen a rule of the round.")


def load_words(load: int, mentors: int) -> str:
    """Say how many mentors have so many students."""
    return _("%(mentors)s mentors have %(load)s students") % {"mentors": mentors, "load": load}


WAYS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "raise_maximum": lambda words: _("%(mentor)s: at most %(new)s students instead of %(old)s.") % words,
    "lower_minimum": lambda words: _("%(mentor)s: at least %(new)s students instead of %(old)s.") % words,
    "raise_class_limit": lambda words: _("%(new)s classes per mentor instead of %(old)s.") % words,
    "raise_category_cap": lambda words: _("%(new)s students of one category per mentor instead of %(old)s.") % words,
    "open_class": lambda words: _("%(mentor)s may also take students of %(class)s.") % words,
    "drop_pin": lambda words: _("%(student)s is no longer pinned to %(mentor)s.") % words,
    "drop_apart": lambda words: _("%(students)s need no longer be kept apart from the others.") % words,
    "drop_together": lambda words: _("%(students)s need no longer be kept together with the others.") % words,
    "split_unit": lambda words: _("%(unit)s may be divided among mentors.") % words,
    "recall_mentor": lambda words: _("%(mentor)s takes part after all.") % words,
    "add_mentor": lambda words: _("One more mentor with at most %(max)s students.") % words,
}

"""From the values of a code to words: ids become names, long lists are cut and counted."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

Names = Mapping[str, str]
NAMED = 5

RULES: Mapping[str, Any] = {
    "minimum": gettext_lazy("the least numbers"),
    "minimum_loads": gettext_lazy("the least numbers"),
    "maximum": gettext_lazy("the limits on numbers"),
    "class_limit": gettext_lazy("the limit on classes per mentor"),
    "category_cap": gettext_lazy("the limit on a category per mentor"),
    "apart": gettext_lazy("not with the same mentor"),
    "together": gettext_lazy("with the same mentor"),
    "unit": gettext_lazy("units that stay whole"),
    "pinned": gettext_lazy("a mentor named beforehand"),
    "fewest_moves": gettext_lazy("as few new mentors as possible"),
    "teaches_class": gettext_lazy("only classes one teaches"),
}
"""The rules as the pages call them."""

LONG: Mapping[str, Any] = {
    "mentors": pgettext_lazy("mentors", "%(names)s and others, %(count)s in all"),
    "students": pgettext_lazy("students", "%(names)s and others, %(count)s in all"),
    "classes": pgettext_lazy("classes", "%(names)s and others, %(count)s in all"),
    "units": pgettext_lazy("units", "%(names)s and others, %(count)s in all"),
}


def listed(ids: Sequence[str], names: Names, noun: str = "students") -> str:
    """Return the names of a list; of a longer one the first five, and how many there are. `noun`: a key of `LONG`."""
    shown = joined([named(one, names, noun) for one in ids[:NAMED]])
    if len(ids) > NAMED:
        return str(LONG[noun]) % {"names": shown, "count": len(ids)}
    return shown


def joined(words: Sequence[str]) -> str:
    """Return the words with what stands between the words of a list."""
    return pgettext("between the words of a list", ", ").join(words)


def words_of(params: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """Return the values in words; a list `key` comes as words under `key` and as a count under `key_n`."""
    words: dict[str, Any] = {}
    for key, value in params.items():
        if isinstance(value, list | tuple):
            words[key] = joined([rule_word(one) for one in value]) if key == "rules" else listed(value, names, key)
            words[f"{key}_n"] = len(value)
        elif key == "category":
            words[key] = names.get(value) or _("one and the same")
        else:
            words[key] = named(value, names) if isinstance(value, str) else value
    return words


def said(sentences: Mapping[str, Any], code: str, words: Mapping[str, Any]) -> str:
    """Return the sentence of a code, "" when the table has none. A sentence is a message or made by a function."""
    made: str | Callable[[Mapping[str, Any]], str] = sentences.get(code, "")
    return made(words) if callable(made) else str(made) % words


def rule_word(code: str) -> str:
    """Return what a rule is called, for staff."""
    return str(RULES.get(code) or _("a rule of the round"))


def wish_words(rank: int | None) -> str:
    """Say which wish a seat is."""
    return _("wish %(rank)s") % {"rank": rank} if rank else _("none of the wishes")


def named(one: str, names: Names, noun: str = "") -> str:
    """Return the name of an id; students without a class stand together as such."""
    if noun == "classes" and not one:
        return _("no class")
    return names.get(one, one)

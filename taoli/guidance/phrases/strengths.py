"""Words for what a student is good at: only kind ones are offered, so only kind ones can be kept."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

MOST_STRENGTHS = 3
STRENGTHS: Mapping[str, str | Promise] = {
    "helpful": pgettext_lazy("strength", "helpful"),
    "responsible": pgettext_lazy("strength", "responsible"),
    "persevering": pgettext_lazy("strength", "keeps at it"),
    "careful": pgettext_lazy("strength", "careful"),
    "cheerful": pgettext_lazy("strength", "cheerful"),
    "honest": pgettext_lazy("strength", "honest"),
    "curious": pgettext_lazy("strength", "curious"),
    "ideas": pgettext_lazy("strength", "full of ideas"),
    "speaking": pgettext_lazy("strength", "speaks well"),
    "reading": pgettext_lazy("strength", "likes to read"),
    "sports": pgettext_lazy("strength", "good at sports"),
    "music": pgettext_lazy("strength", "makes music"),
    "drawing": pgettext_lazy("strength", "draws and writes beautifully"),
    "hands": pgettext_lazy("strength", "skilled with the hands"),
    "together": pgettext_lazy("strength", "works well with others"),
    "labour": pgettext_lazy("strength", "lends a hand"),
}


def strength_words(codes: Iterable[str]) -> list[str]:
    """Return the words of codes; one that is offered no more is left out."""
    return [str(STRENGTHS[code]) for code in codes if code in STRENGTHS]

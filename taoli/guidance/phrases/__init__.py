"""The words of guidance."""

from taoli.guidance.phrases.days import ago, full_date, joined, short_date
from taoli.guidance.phrases.printed import NOT_REACHED, PRINTED, fill, printed
from taoli.guidance.phrases.ways import ASKED_WAYS, MAIN_WAYS, MORE_WAYS, PLACES, WAYS, Way, way_for, way_of

__all__ = [
    "ASKED_WAYS",
    "MAIN_WAYS",
    "MORE_WAYS",
    "NOT_REACHED",
    "PLACES",
    "PRINTED",
    "WAYS",
    "Way",
    "ago",
    "fill",
    "full_date",
    "joined",
    "printed",
    "short_date",
    "way_for",
    "way_of",
]

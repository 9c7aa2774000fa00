"""Who reaches what of the neighbourhood; data levels. One file a noun."""

from taoli.neighbourhood.permissions.companions import COMPANION, COMPANION_NOTE
from taoli.neighbourhood.permissions.lectures import LECTURE
from taoli.neighbourhood.permissions.resources import JOINT, RESOURCE, VISIT
from taoli.neighbourhood.permissions.stations import APPOINTMENT, STATION

__all__ = [
    "APPOINTMENT",
    "COMPANION",
    "COMPANION_NOTE",
    "JOINT",
    "LECTURE",
    "RESOURCE",
    "STATION",
    "VISIT",
]

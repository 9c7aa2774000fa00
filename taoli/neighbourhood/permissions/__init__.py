"""Who reaches what of the neighbourhood; data levels. One file a noun."""

from taoli.neighbourhood.permissions.companions import COMPANION
from taoli.neighbourhood.permissions.stations import STATION

__all__ = ["COMPANION", "STATION"]

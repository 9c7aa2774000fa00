"""What the neighbourhood keeps."""

from taoli.neighbourhood.models.companions import CompanionPair
from taoli.neighbourhood.models.stations import Station, StationPost

__all__ = ["CompanionPair", "Station", "StationPost"]

"""Who reaches what of handover; data levels. One file a noun."""

from taoli.handover.permissions import graduation, leaving, year_change

__all__ = ["graduation", "leaving", "year_change"]
from taoli.handover.permissions import cards, packages, partners, received

__all__ = ["cards", "packages", "partners", "received"]

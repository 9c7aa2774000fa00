"""Who reaches what of handover; data levels. One file a noun."""

from taoli.handover.permissions import cards, graduation, leaving, packages, partners, received, year_change

__all__ = [
    "cards",
    "graduation",
    "leaving",
    "packages",
    "partners",
    "received",
    "year_change",
]

"""Who reaches what of handover; data levels. One file a noun."""

from taoli.handover.permissions import cards, packages, partners, received

__all__ = ["cards", "packages", "partners", "received"]

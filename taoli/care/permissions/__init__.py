"""Who reaches what of care; data levels. One file a noun."""

from taoli.care.permissions import cases, conferences

__all__ = ["cases", "conferences"]

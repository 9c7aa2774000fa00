"""Who reaches what of care; data levels. One file a noun."""

from taoli.care.permissions import agenda, cases, conferences

__all__ = ["agenda", "cases", "conferences"]
from taoli.care.permissions import categories

__all__ = ["cases", "categories", "conferences"]

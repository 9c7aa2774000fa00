"""Who reaches what of care; data levels. One file a noun."""

from taoli.care.permissions import agenda, cases, categories, conferences, harm, referrals, sealed

__all__ = [
    "agenda",
    "cases",
    "categories",
    "conferences",
    "harm",
    "referrals",
    "sealed",
]
__all__ = ["agenda", "cases", "conferences"]

__all__ = ["cases", "categories", "conferences"]
from taoli.care.permissions import signals

__all__ = ["agenda", "cases", "conferences", "signals"]

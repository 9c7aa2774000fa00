"""Who reaches what of care; data levels. One file a noun."""

from taoli.care.permissions import agenda, cases, categories, conferences, harm, referrals, sealed, signals

__all__ = [
    "agenda",
    "cases",
    "categories",
    "conferences",
    "harm",
    "referrals",
    "sealed",
    "signals",
]

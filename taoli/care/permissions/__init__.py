"""Who reaches what of care; data levels. One file a noun."""

from taoli.care.permissions import cases, conferences, harm, referrals, sealed

__all__ = ["cases", "conferences", "harm", "referrals", "sealed"]

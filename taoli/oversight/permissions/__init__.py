"""Who reaches what of oversight; data levels. One file a noun."""

from taoli.oversight.permissions.bases import BASE, PROPOSAL
from taoli.oversight.permissions.members import MEMBER
from taoli.oversight.permissions.summaries import HANDED_IN

__all__ = ["BASE", "HANDED_IN", "MEMBER", "PROPOSAL"]

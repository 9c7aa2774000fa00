"""Who reaches what of oversight; data levels. One file a noun."""

from taoli.oversight.permissions.draws import CALL, DRAW, INSPECTION
from taoli.oversight.permissions.members import MEMBER
from taoli.oversight.permissions.summaries import HANDED_IN

__all__ = ["CALL", "DRAW", "HANDED_IN", "INSPECTION", "MEMBER"]

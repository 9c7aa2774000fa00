"""Who reaches what of oversight; data levels. One file a noun."""

from taoli.oversight.permissions.members import MEMBER
from taoli.oversight.permissions.overview import OVERVIEW
from taoli.oversight.permissions.summaries import HANDED_IN, INTAKE

__all__ = ["HANDED_IN", "INTAKE", "MEMBER", "OVERVIEW"]
from taoli.oversight.permissions.members import PERSON

__all__ = ["HANDED_IN", "INTAKE", "MEMBER", "PERSON"]

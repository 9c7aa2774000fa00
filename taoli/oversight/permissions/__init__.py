"""Who reaches what of oversight; data levels. One file a noun."""

from taoli.oversight.permissions.members import MEMBER, PERSON
from taoli.oversight.permissions.summaries import HANDED_IN, INTAKE

__all__ = ["HANDED_IN", "INTAKE", "MEMBER", "PERSON"]
from taoli.oversight.permissions.members import MEMBER
from taoli.oversight.permissions.stars import CANDIDACY, STAR_REVIEW, STAR_ROUND, STAR_TITLE
from taoli.oversight.permissions.summaries import HANDED_IN

__all__ = ["CANDIDACY", "HANDED_IN", "MEMBER", "STAR_REVIEW", "STAR_ROUND", "STAR_TITLE"]

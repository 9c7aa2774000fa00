"""Who reaches what of oversight; data levels. One file a noun."""

from taoli.oversight.permissions.members import MEMBER, PERSON
from taoli.oversight.permissions.summaries import HANDED_IN, INTAKE

__all__ = ["HANDED_IN", "INTAKE", "MEMBER", "PERSON"]
from taoli.oversight.permissions.courses import BOOKING, COURSE
from taoli.oversight.permissions.exchange import EXCHANGE, SHARED, STORY_OFFER
from taoli.oversight.permissions.members import MEMBER
from taoli.oversight.permissions.stars import CANDIDACY, STAR_REVIEW, STAR_ROUND, STAR_TITLE
from taoli.oversight.permissions.summaries import HANDED_IN
from taoli.oversight.permissions.topics import FILED_TOPIC, TOPIC

__all__ = ["CANDIDACY", "HANDED_IN", "MEMBER", "STAR_REVIEW", "STAR_ROUND", "STAR_TITLE"]
__all__ = ["BOOKING", "COURSE", "EXCHANGE", "FILED_TOPIC", "HANDED_IN", "MEMBER", "SHARED", "STORY_OFFER", "TOPIC"]
from taoli.oversight.permissions.draws import CALL, DRAW, INSPECTION
from taoli.oversight.permissions.members import MEMBER
from taoli.oversight.permissions.summaries import HANDED_IN

__all__ = ["CALL", "DRAW", "HANDED_IN", "INSPECTION", "MEMBER"]

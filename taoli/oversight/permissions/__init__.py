"""Who reaches what of oversight; data levels. One file a noun."""

from taoli.oversight.permissions.courses import BOOKING, COURSE
from taoli.oversight.permissions.exchange import EXCHANGE, SHARED, STORY_OFFER
from taoli.oversight.permissions.members import MEMBER
from taoli.oversight.permissions.summaries import HANDED_IN
from taoli.oversight.permissions.topics import FILED_TOPIC, TOPIC

__all__ = ["BOOKING", "COURSE", "EXCHANGE", "FILED_TOPIC", "HANDED_IN", "MEMBER", "SHARED", "STORY_OFFER", "TOPIC"]

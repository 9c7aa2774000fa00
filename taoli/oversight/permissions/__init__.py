"""Who reaches what of oversight; data levels. One file a noun."""

from taoli.oversight.permissions.bases import BASE, PROPOSAL
from taoli.oversight.permissions.courses import BOOKING, COURSE
from taoli.oversight.permissions.draws import CALL, DRAW, INSPECTION
from taoli.oversight.permissions.exchange import EXCHANGE, SHARED, STORY_OFFER
from taoli.oversight.permissions.members import MEMBER, PERSON
from taoli.oversight.permissions.overview import OVERVIEW
from taoli.oversight.permissions.stars import CANDIDACY, STAR_REVIEW, STAR_ROUND, STAR_TITLE
from taoli.oversight.permissions.summaries import HANDED_IN, INTAKE
from taoli.oversight.permissions.topics import FILED_TOPIC, TOPIC

__all__ = [
    "BASE",
    "BOOKING",
    "CALL",
    "CANDIDACY",
    "COURSE",
    "DRAW",
    "EXCHANGE",
    "FILED_TOPIC",
    "HANDED_IN",
    "INSPECTION",
    "INTAKE",
    "MEMBER",
    "OVERVIEW",
    "PERSON",
    "PROPOSAL",
    "SHARED",
    "STAR_REVIEW",
    "STAR_ROUND",
    "STAR_TITLE",
    "STORY_OFFER",
    "TOPIC",
]

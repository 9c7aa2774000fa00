"""Reads of guidance; what later steps call stands here under one name."""

from taoli.guidance.queries.asking import Offer, offers
from taoli.guidance.queries.groups import groups_of
from taoli.guidance.queries.next_steps import OpenStep, open_steps
from taoli.guidance.queries.papers import answered_lately
from taoli.guidance.queries.records import RecordRow, get_record
from taoli.guidance.queries.stories import mine, printed_rows, timeline

__all__ = [
    "Offer",
    "OpenStep",
    "RecordRow",
    "answered_lately",
    "get_record",
    "groups_of",
    "mine",
    "offers",
    "open_steps",
    "printed_rows",
    "timeline",
]

"""Reads of guidance; what later steps call stands here under one name."""

from taoli.guidance.queries.records import RecordRow, get_record
from taoli.guidance.queries.stories import mine, printed_rows, timeline

__all__ = ["RecordRow", "get_record", "mine", "printed_rows", "timeline"]

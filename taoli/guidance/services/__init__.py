"""Writes of guidance; what later steps call stands here under one name."""

from taoli.guidance.services.records import SOURCE, RecordFacts, record_correct, record_submit, record_withdraw

__all__ = ["SOURCE", "RecordFacts", "record_correct", "record_submit", "record_withdraw"]

"""What guidance keeps."""

from taoli.guidance.models.records import RECORD_MOVES, GuidanceRecord

__all__ = ["RECORD_MOVES", "GuidanceRecord"]

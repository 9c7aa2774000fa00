"""What a bureau keeps of its schools, and a school of what it handed in."""

from taoli.oversight.models.bases import BaseAnswer, BaseDraft
from taoli.oversight.models.members import Member
from taoli.oversight.models.summaries import ReceivedSummary, SentSummary

__all__ = ["BaseAnswer", "BaseDraft", "Member", "ReceivedSummary", "SentSummary"]

"""What a bureau keeps of its schools, and a school of what it handed in."""

from taoli.oversight.models.members import Member
from taoli.oversight.models.releases import ReleasedFigure, WeekRelease
from taoli.oversight.models.summaries import BureauLink, ReceivedSummary, SentSummary

__all__ = ["BureauLink", "Member", "ReceivedSummary", "ReleasedFigure", "SentSummary", "WeekRelease"]

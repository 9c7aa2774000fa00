"""What a bureau keeps of its schools, and a school of what it handed in."""

from taoli.oversight.models.calls import CALL_MOVES, CallList, CallPlace, CallTally
from taoli.oversight.models.draws import DRAW_MOVES, Draw, DrawPart
from taoli.oversight.models.inspections import InspectionFile, InspectionGuest, InspectionPack
from taoli.oversight.models.members import Member
from taoli.oversight.models.summaries import ReceivedSummary, SentSummary

__all__ = [
    "CALL_MOVES",
    "DRAW_MOVES",
    "CallList",
    "CallPlace",
    "CallTally",
    "Draw",
    "DrawPart",
    "InspectionFile",
    "InspectionGuest",
    "InspectionPack",
    "Member",
    "ReceivedSummary",
    "SentSummary",
]

"""What a bureau keeps of its schools, and a school of what it handed in."""

from taoli.oversight.models.bases import BaseAnswer, BaseDraft
from taoli.oversight.models.bookings import CourseBooking
from taoli.oversight.models.calls import CALL_MOVES, CallList, CallPlace, CallTally
from taoli.oversight.models.courses import SESSION_MOVES, Course, CourseCertificate, CoursePlace, CourseSession, Part
from taoli.oversight.models.draws import DRAW_MOVES, Draw, DrawPart
from taoli.oversight.models.exchange import EventEntry, ExchangeEvent, SharedStory, Stand, StoryOffer, UsefulMark
from taoli.oversight.models.inspections import InspectionFile, InspectionGuest, InspectionPack
from taoli.oversight.models.members import Member
from taoli.oversight.models.releases import ReleasedFigure, WeekRelease
from taoli.oversight.models.star_entries import StarAward, StarEntry, StarRemark, StarReview
from taoli.oversight.models.star_rounds import STAR_ROUND_MOVES, StarRound, StarTie
from taoli.oversight.models.star_titles import StarCandidacy, StarTitle
from taoli.oversight.models.summaries import BureauLink, ReceivedSummary, SentSummary
from taoli.oversight.models.topics import FiledTopic, Filing, Level, Step, Topic, TopicStage

__all__ = [
    "CALL_MOVES",
    "DRAW_MOVES",
    "SESSION_MOVES",
    "STAR_ROUND_MOVES",
    "BaseAnswer",
    "BaseDraft",
    "BureauLink",
    "CallList",
    "CallPlace",
    "CallTally",
    "Course",
    "CourseBooking",
    "CourseCertificate",
    "CoursePlace",
    "CourseSession",
    "Draw",
    "DrawPart",
    "EventEntry",
    "ExchangeEvent",
    "FiledTopic",
    "Filing",
    "InspectionFile",
    "InspectionGuest",
    "InspectionPack",
    "Level",
    "Member",
    "Part",
    "ReceivedSummary",
    "ReleasedFigure",
    "SentSummary",
    "SharedStory",
    "Stand",
    "StarAward",
    "StarCandidacy",
    "StarEntry",
    "StarRemark",
    "StarReview",
    "StarRound",
    "StarTie",
    "StarTitle",
    "Step",
    "StoryOffer",
    "Topic",
    "TopicStage",
    "UsefulMark",
    "WeekRelease",
]

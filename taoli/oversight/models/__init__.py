"""What a bureau keeps of its schools, and a school of what it handed in."""

from taoli.oversight.models.bookings import CourseBooking
from taoli.oversight.models.courses import (
    SESSION_MOVES,
    Course,
    CourseCertificate,
    CoursePlace,
    CourseSession,
    Part,
)
from taoli.oversight.models.exchange import EventEntry, ExchangeEvent, SharedStory, Stand, StoryOffer, UsefulMark
from taoli.oversight.models.members import Member
from taoli.oversight.models.summaries import ReceivedSummary, SentSummary
from taoli.oversight.models.topics import FiledTopic, Filing, Level, Step, Topic, TopicStage

__all__ = [
    "SESSION_MOVES",
    "Course",
    "CourseBooking",
    "CourseCertificate",
    "CoursePlace",
    "CourseSession",
    "EventEntry",
    "ExchangeEvent",
    "FiledTopic",
    "Filing",
    "Level",
    "Member",
    "Part",
    "ReceivedSummary",
    "SentSummary",
    "SharedStory",
    "Stand",
    "Step",
    "StoryOffer",
    "Topic",
    "TopicStage",
    "UsefulMark",
]

"""What the neighbourhood keeps."""

from taoli.neighbourhood.models.appointments import APPOINTMENT_MOVES, OPEN, StationAppointment
from taoli.neighbourhood.models.companions import CompanionNote, CompanionPair
from taoli.neighbourhood.models.lectures import LectureClass, ParentLecture
from taoli.neighbourhood.models.meetings import JointDecision, JointMeeting, JointMember
from taoli.neighbourhood.models.resources import BookingState, Resource, ResourceBooking, ResourceVisit
from taoli.neighbourhood.models.stations import Station, StationDuty, StationPost

__all__ = [
    "APPOINTMENT_MOVES",
    "OPEN",
    "BookingState",
    "CompanionNote",
    "CompanionPair",
    "JointDecision",
    "JointMeeting",
    "JointMember",
    "LectureClass",
    "ParentLecture",
    "Resource",
    "ResourceBooking",
    "ResourceVisit",
    "Station",
    "StationAppointment",
    "StationDuty",
    "StationPost",
]

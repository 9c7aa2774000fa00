"""The school's people and places."""

from taoli.roster.models.calendar import SchoolDay, Term
from taoli.roster.models.exchange import ExchangeKey, ExchangeMark
from taoli.roster.models.group import Group, GroupMember
from taoli.roster.models.importing import HeadingMemory, RosterImport, RosterUpload
from taoli.roster.models.keys import StudentKey
from taoli.roster.models.people import Guardian, Guardianship, Staff, Student
from taoli.roster.models.place import Campus, Grade, SchoolClass, Subject, TeachingAssignment
from taoli.roster.models.settings import RosterSettings
from taoli.roster.models.standing import AttentionMark, ClassCharge, ClassStay, StaffLeave, StudentCategory
from taoli.roster.models.timetable import BellTime, TimetableLesson
from taoli.roster.models.watch import SchoolNumbers, WatchTurn

__all__ = [
    "AttentionMark",
    "BellTime",
    "Campus",
    "ClassCharge",
    "ClassStay",
    "ExchangeKey",
    "ExchangeMark",
    "Grade",
    "Group",
    "GroupMember",
    "Guardian",
    "Guardianship",
    "HeadingMemory",
    "RosterImport",
    "RosterSettings",
    "RosterUpload",
    "SchoolClass",
    "SchoolDay",
    "SchoolNumbers",
    "Staff",
    "StaffLeave",
    "Student",
    "StudentCategory",
    "StudentKey",
    "Subject",
    "TeachingAssignment",
    "Term",
    "TimetableLesson",
    "WatchTurn",
]

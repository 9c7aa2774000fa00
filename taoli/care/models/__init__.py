"""What care keeps: cases with their steps and plans, conferences and what they decided."""

from taoli.care.models.agenda import AgendaNote
from taoli.care.models.cases import CASE_MOVES, CareCase, CaseMeasure, CaseStep, Level
from taoli.care.models.categories import CategoryKind
from taoli.care.models.conferences import (
    CONFERENCE_MOVES,
    AbsentLine,
    Attendance,
    Conference,
    ConferenceAction,
    ConferenceItem,
)
from taoli.care.models.harm import HarmConcerned, HarmReader, HarmReport, HarmStep, SafetyOfficer
from taoli.care.models.referrals import REFERRAL_MOVES, SESSION_MOVES, CounsellingSession, Referral, ReferralStep
from taoli.care.models.sealed import CounsellorNote, GlassBreak, Holding, NoteVersion
from taoli.care.models.signals import SIGNAL_MOVES, Signal, SignalSettings

__all__ = [
    "CASE_MOVES",
    "CONFERENCE_MOVES",
    "REFERRAL_MOVES",
    "SESSION_MOVES",
    "SIGNAL_MOVES",
    "AbsentLine",
    "AgendaNote",
    "Attendance",
    "CareCase",
    "CaseMeasure",
    "CaseStep",
    "CategoryKind",
    "Conference",
    "ConferenceAction",
    "ConferenceItem",
    "CounsellingSession",
    "CounsellorNote",
    "GlassBreak",
    "HarmConcerned",
    "HarmReader",
    "HarmReport",
    "HarmStep",
    "Holding",
    "Level",
    "NoteVersion",
    "Referral",
    "ReferralStep",
    "SafetyOfficer",
    "Signal",
    "SignalSettings",
]

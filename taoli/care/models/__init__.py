"""What care keeps: cases with their steps and plans, conferences and what they decided, the counsellor's
compartment, reports of harm.
"""

from taoli.care.models.cases import CASE_MOVES, CareCase, CaseMeasure, CaseStep, Level
from taoli.care.models.conferences import CONFERENCE_MOVES, Conference, ConferenceAction
from taoli.care.models.harm import HarmConcerned, HarmReader, HarmReport, HarmStep, SafetyOfficer
from taoli.care.models.referrals import (
    REFERRAL_MOVES,
    SESSION_MOVES,
    CounsellingSession,
    Referral,
    ReferralStep,
)
from taoli.care.models.sealed import CounsellorNote, GlassBreak, Holding, NoteVersion

__all__ = [
    "CASE_MOVES",
    "CONFERENCE_MOVES",
    "REFERRAL_MOVES",
    "SESSION_MOVES",
    "CareCase",
    "CaseMeasure",
    "CaseStep",
    "Conference",
    "ConferenceAction",
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
]

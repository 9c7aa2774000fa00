"""The appraisal sheet of every mentor, each point with its arithmetic, its evidence and what was not counted."""

from taoli.engine.facts import Finding, MentorScope
from taoli.engine.scoring.entries import Burst, Entry, bursts, late
from taoli.engine.scoring.rewards import Honoured, allowance_of, honoured
from taoli.engine.scoring.sheets import score, sheet_of
from taoli.engine.scoring.strokes import stroke_key
from taoli.engine.scoring.values import ItemScore, MentorSheet, ScoringFacts

__all__ = [
    "Burst",
    "Entry",
    "Finding",
    "Honoured",
    "ItemScore",
    "MentorScope",
    "MentorSheet",
    "ScoringFacts",
    "allowance_of",
    "bursts",
    "honoured",
    "late",
    "score",
    "sheet_of",
    "stroke_key",
]

"""What the archive keeps: goals, notes for the student alone, codes of a lesson."""

from taoli.archive.models.codes import SeatCode
from taoli.archive.models.entries import ENTRY_MOVES, ArchiveSettings, EntryFile, GrowthEntry, MonthlyPerformance
from taoli.archive.models.evaluations import EVALUATION_MOVES, EvaluationVoice, TermEvaluation
from taoli.archive.models.exams import EXAM_MOVES, Exam, ExamImport, ExamSubject, Score
from taoli.archive.models.goals import GOAL_MOVES, Goal, GoalStep
from taoli.archive.models.notes import SealedNote

__all__ = [
    "ENTRY_MOVES",
    "EVALUATION_MOVES",
    "EXAM_MOVES",
    "GOAL_MOVES",
    "ArchiveSettings",
    "EntryFile",
    "EvaluationVoice",
    "Exam",
    "ExamImport",
    "ExamSubject",
    "Goal",
    "GoalStep",
    "GrowthEntry",
    "MonthlyPerformance",
    "Score",
    "SealedNote",
    "SeatCode",
    "TermEvaluation",
]

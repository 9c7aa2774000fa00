"""Codes of evaluation as sentences."""

from taoli.evaluation.phrases.appraisal import (
    ANSWER_PROBLEMS,
    ARITHMETIC,
    PAIRING,
    REASONS,
    SOURCES,
    WITHOUT_TOTAL,
    allowance_sentence,
    answer_problem,
    arithmetic,
    plain,
    reason,
    shown,
)
from taoli.evaluation.phrases.surveys import ASK_TITLE, ASK_WORDS, ENDS, KINDS, NO_ANSWER

__all__ = [
    "ANSWER_PROBLEMS",
    "ARITHMETIC",
    "ASK_TITLE",
    "ASK_WORDS",
    "ENDS",
    "KINDS",
    "NO_ANSWER",
    "PAIRING",
    "REASONS",
    "SOURCES",
    "WITHOUT_TOTAL",
    "allowance_sentence",
    "answer_problem",
    "arithmetic",
    "plain",
    "reason",
    "shown",
]

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
from taoli.evaluation.phrases.surveys import ASK_TITLE, ASK_WORDS, BEST, KINDS, NO_ANSWER, WORST
from taoli.evaluation.phrases.results import figure_words, indicator_name

__all__ = [
    "ANSWER_PROBLEMS",
    "ARITHMETIC",
    "ASK_TITLE",
    "ASK_WORDS",
    "BEST",
    "KINDS",
    "NO_ANSWER",
    "PAIRING",
    "REASONS",
    "SOURCES",
    "WITHOUT_TOTAL",
    "WORST",
    "allowance_sentence",
    "answer_problem",
    "arithmetic",
    "figure_words",
    "indicator_name",
    "plain",
    "reason",
    "shown",
]

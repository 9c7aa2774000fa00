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
from taoli.evaluation.phrases.objections import (
    COUNTS_RECORDS,
    WHOLE_SHEET,
    burst_sentence,
    heard_sentence,
    late_sentence,
)
from taoli.evaluation.phrases.results import figure_words, indicator_name
from taoli.evaluation.phrases.surveys import ASK_TITLE, ASK_WORDS, ENDS, KINDS, NO_ANSWER

__all__ = [
    "ANSWER_PROBLEMS",
    "ARITHMETIC",
    "ASK_TITLE",
    "ASK_WORDS",
    "COUNTS_RECORDS",
    "ENDS",
    "KINDS",
    "NO_ANSWER",
    "PAIRING",
    "REASONS",
    "SOURCES",
    "WHOLE_SHEET",
    "WITHOUT_TOTAL",
    "allowance_sentence",
    "answer_problem",
    "arithmetic",
    "burst_sentence",
    "figure_words",
    "heard_sentence",
    "indicator_name",
    "late_sentence",
    "plain",
    "reason",
    "shown",
]

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

__all__ = [
    "ANSWER_PROBLEMS",
    "ARITHMETIC",
    "COUNTS_RECORDS",
    "PAIRING",
    "REASONS",
    "SOURCES",
    "WHOLE_SHEET",
    "WITHOUT_TOTAL",
    "allowance_sentence",
    "answer_problem",
    "arithmetic",
    "burst_sentence",
    "heard_sentence",
    "late_sentence",
    "plain",
    "reason",
    "shown",
]

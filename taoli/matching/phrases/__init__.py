"""Words and sentences about matching, made of the engine's codes."""

from taoli.matching.phrases.board import gain_line, moved_line, rank_words
from taoli.matching.phrases.findings import finding_sentence, hint_words
from taoli.matching.phrases.relaxing import load_words, way_sentence
from taoli.matching.phrases.results import certificate_lines, near_words, share_words
from taoli.matching.phrases.units import SPREADS, group_name, missing_words, ungroupable_words
from taoli.matching.phrases.why import mentor_sentences, moved_sentence, own_sentences, why_sentences
from taoli.matching.phrases.wishes import wish_cause, wish_problem
from taoli.matching.phrases.words import (
    ASKED,
    END_REASONS,
    MODE_WORDS,
    MODES,
    PAGE_WORDS,
    STEP_HINTS,
    UNIT_CHOICES,
)

__all__ = [
    "ASKED",
    "END_REASONS",
    "MODES",
    "MODE_WORDS",
    "PAGE_WORDS",
    "SPREADS",
    "STEP_HINTS",
    "UNIT_CHOICES",
    "certificate_lines",
    "finding_sentence",
    "gain_line",
    "group_name",
    "hint_words",
    "load_words",
    "mentor_sentences",
    "missing_words",
    "moved_line",
    "moved_sentence",
    "near_words",
    "own_sentences",
    "rank_words",
    "share_words",
    "ungroupable_words",
    "way_sentence",
    "why_sentences",
    "wish_cause",
    "wish_problem",
]

"""Words and sentences about matching, made of the engine's codes."""

from taoli.matching.phrases.board import gain_line, moved_line, rank_words
from taoli.matching.phrases.findings import finding_sentence, hint_words
from taoli.matching.phrases.relaxing import load_words, way_sentence
from taoli.matching.phrases.results import certificate_lines, near_words, share_words
from taoli.matching.phrases.why import mentor_sentences, moved_sentence, own_sentences, why_sentences
from taoli.matching.phrases.wishes import wish_problem
from taoli.matching.phrases.words import END_REASONS, MODE_WORDS, MODES, PAGE_WORDS, STEP_HINTS, UNIT_CHOICES

__all__ = [
    "END_REASONS",
    "MODES",
    "MODE_WORDS",
    "PAGE_WORDS",
    "STEP_HINTS",
    "UNIT_CHOICES",
    "certificate_lines",
    "finding_sentence",
    "gain_line",
    "hint_words",
    "load_words",
    "mentor_sentences",
    "moved_line",
    "moved_sentence",
    "near_words",
    "own_sentences",
    "rank_words",
    "share_words",
    "way_sentence",
    "why_sentences",
    "wish_problem",
]

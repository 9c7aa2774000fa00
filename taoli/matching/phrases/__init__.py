"""Words and sentences about matching, made of the engine's codes."""

from taoli.matching.phrases.findings import finding_sentence, hint_words
from taoli.matching.phrases.results import certificate_lines, near_words, share_words
from taoli.matching.phrases.units import SPREADS, group_name, missing_words
from taoli.matching.phrases.why import moved_sentence, own_sentences, why_sentences
from taoli.matching.phrases.wishes import wish_cause, wish_problem
from taoli.matching.phrases.words import ASKED, END_REASONS, MODES, PAGE_WORDS, STEP_HINTS, UNIT_CHOICES

__all__ = [
    "ASKED",
    "END_REASONS",
    "MODES",
    "PAGE_WORDS",
    "SPREADS",
    "STEP_HINTS",
    "UNIT_CHOICES",
    "certificate_lines",
    "finding_sentence",
    "group_name",
    "hint_words",
    "missing_words",
    "moved_sentence",
    "near_words",
    "own_sentences",
    "share_words",
    "why_sentences",
    "wish_cause",
    "wish_problem",
]

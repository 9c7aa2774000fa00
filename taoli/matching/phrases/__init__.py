"""Words and sentences about matching, made of the engine's codes."""

from taoli.matching.phrases.board import gain_line, load_words, moved_line, rank_words
from taoli.matching.phrases.comparison import change_sentence, comparison_lines, step_sentence
from taoli.matching.phrases.findings import finding_sentence, hint_words
from taoli.matching.phrases.impossible import impossible_lines
from taoli.matching.phrases.relaxations import COST_HINT, WayOut, way_sentence, ways_out
from taoli.matching.phrases.results import (
    certificate_lines,
    near_words,
    note_sentence,
    recount_sentence,
    share_words,
)
from taoli.matching.phrases.units import SPREADS, group_name, missing_words, ungroupable_words
from taoli.matching.phrases.why import (
    mentor_sentence,
    mentor_sentences,
    moved_sentence,
    own_sentences,
    why_sentences,
)
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
    "COST_HINT",
    "END_REASONS",
    "MODES",
    "MODE_WORDS",
    "PAGE_WORDS",
    "SPREADS",
    "STEP_HINTS",
    "UNIT_CHOICES",
    "WayOut",
    "certificate_lines",
    "change_sentence",
    "comparison_lines",
    "finding_sentence",
    "gain_line",
    "group_name",
    "hint_words",
    "impossible_lines",
    "load_words",
    "mentor_sentence",
    "mentor_sentences",
    "missing_words",
    "moved_line",
    "moved_sentence",
    "near_words",
    "note_sentence",
    "own_sentences",
    "rank_words",
    "recount_sentence",
    "share_words",
    "step_sentence",
    "ungroupable_words",
    "way_sentence",
    "ways_out",
    "why_sentences",
    "wish_cause",
    "wish_problem",
]

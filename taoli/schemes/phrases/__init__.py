"""Words and sentences about schemes, made of the engine's codes."""

from taoli.schemes.phrases.changes import change_words, open_sentence, path_words, value_words
from taoli.schemes.phrases.problems import problem_sentence
from taoli.schemes.phrases.statements import statement_sentence
from taoli.schemes.phrases.words import KINDS, METHODS, PERS, STEPS, UNITS, role_word

__all__ = [
    "KINDS",
    "METHODS",
    "PERS",
    "STEPS",
    "UNITS",
    "change_words",
    "open_sentence",
    "path_words",
    "problem_sentence",
    "role_word",
    "statement_sentence",
    "value_words",
]

"""Sentences of care."""

from taoli.care.phrases.cases import MOVE_WORDS, SHOWN, MoveWords, readers_words

__all__ = ["MOVE_WORDS", "SHOWN", "MoveWords", "readers_words"]

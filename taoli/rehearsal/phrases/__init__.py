"""Words and sentences of rehearsals, made of the engine's codes."""

from taoli.rehearsal.phrases.findings import FINDINGS, finding_sentence
from taoli.rehearsal.phrases.proofs import PROOFS, proof_sentence
from taoli.rehearsal.phrases.words import COUNTS, KINDS, OUTCOMES, REASONS

__all__ = [
    "COUNTS",
    "FINDINGS",
    "KINDS",
    "OUTCOMES",
    "PROOFS",
    "REASONS",
    "finding_sentence",
    "proof_sentence",
]

"""The voices of an evaluation as they are read through."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from taoli.archive.phrases import hints_on
from taoli.archive.queries.evaluations import EvaluationRow, VoiceRow


@dataclass(frozen=True, slots=True)
class ProofVoice:
    """A voice with the text as it stands on the page, hints on it, and whether its wording is the school's to mend."""

    row: VoiceRow
    text: str
    hints: list[str]
    mends: bool


def proof_voices(evaluation: EvaluationRow, typed: Mapping[uuid.UUID, str]) -> list[ProofVoice]:
    """Return the voices; what was typed and not saved stands in the place of what is kept."""
    return [
        ProofVoice(
            row=voice,
            text=(text := typed.get(voice.pk, voice.text)),
            hints=hints_on(text),
            mends=voice.kind in {"homeroom", "mentor", "subject"},
        )
        for voice in evaluation.voices
    ]

"""What other parts of care and the archive put on an agenda: one call for each."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One student (None: nobody in particular) and why, in words that no projector shows."""

    student_id: uuid.UUID
    words: str
    case_id: uuid.UUID | None = None


def cases_due(_school_id: int, _class_ids: Collection[uuid.UUID] | None, _level: str) -> list[Part]:
    """Return the attention cases that are due at a level, of these classes (None: of all)."""
    return []


def score_falls(_school_id: int, _class_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, str]:
    """Return student → how the last exam changed against the own past."""
    return {}


def open_hints(_school_id: int, _class_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, str]:
    """Return student → why a signal fired."""
    return {}


def exam_hint(_school_id: int, _staff_id: uuid.UUID) -> str:
    """Return one sentence for a mentor after an exam ("" without one): how many changed much, how many did not."""
    return ""

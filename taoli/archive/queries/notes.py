"""Notes for oneself alone: ciphertext, which only the student's browser opens."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.http import Http404
from django.utils.timezone import localtime

from taoli.archive.models import SealedNote
from taoli.archive.permissions import NOTE
from taoli.common.policy import Actor

MOST_NOTES = 100


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as the server knows it."""

    pk: uuid.UUID
    sealed: str
    day: dt.date


def own_notes(actor: Actor) -> list[NoteRow]:
    """Return one's own notes, the newest first."""
    rows = NOTE.within(SealedNote.objects.filter(dropped_at=None), actor, "own").order_by("-written_at", "-id")
    return [NoteRow(row.pk, row.sealed, localtime(row.written_at).date()) for row in rows[:MOST_NOTES]]


def get_note(actor: Actor, pk: uuid.UUID) -> SealedNote:
    """Return one's own note; 404 for any other."""
    found: SealedNote | None = NOTE.within(SealedNote.objects.filter(pk=pk, dropped_at=None), actor, "own").first()
    if found is None:
        raise Http404
    return found

"""Notes for oneself alone are kept as they arrive: sealed."""

import re
import uuid

from django.utils.translation import gettext as _

from taoli.archive.models import SealedNote
from taoli.archive.permissions import NOTE
from taoli.archive.queries.notes import MOST_NOTES
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change

# version.salt.nonce.ciphertext, each but the first in base64 (taoli/web/js/sealed.js); 16, 12 and at least 16 bytes.
SEALED = re.compile(r"1\.[A-Za-z0-9+/]{22}==\.[A-Za-z0-9+/]{16}\.[A-Za-z0-9+/]{22,}={0,2}")
MOST_SEALED = 60_000


def keep_note(*, by: Actor, sealed: str) -> SealedNote:
    """Keep a sealed note of one's own.

    TaoliError: something that is not sealed (it would be readable here), too long, too many.
    """
    assert by.person_id is not None
    with change(by=by, action="note.keep") as note:
        if not SEALED.fullmatch(sealed):
            raise TaoliError(_("This note did not arrive sealed, so it was not kept. Please try again."))
        if len(sealed) > MOST_SEALED:
            raise TaoliError(_("This note is too long. Please make two of it."))
        rows = NOTE.within(SealedNote.objects.filter(dropped_at=None), by, "own")
        if rows.count() >= MOST_NOTES:
            raise TaoliError(_("A hundred notes are kept. Throw one away, then there is room."))
        row = SealedNote(school_id=by.school_id, student_id=by.person_id, sealed=sealed, written_at=clock.now())
        row.save(force_insert=True)
        note.object_id = row.pk
    return row


def drop_note(*, by: Actor, pk: uuid.UUID) -> None:
    """Throw one's own note away: what was sealed is erased."""
    with change(by=by, action="note.drop", object_id=pk):
        rows = NOTE.within(SealedNote.objects.filter(pk=pk, dropped_at=None), by, "own")
        rows.update(sealed="", dropped_at=clock.now())

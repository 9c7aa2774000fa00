"""What is sealed about a student (L4), opened again. Whoever calls has asked the permission and logged the opening."""

import base64
import binascii
import uuid
from collections.abc import Callable, Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping.keys import LENGTH
from taoli.common.sealed import NONCE, unseal
from taoli.roster.models import StudentKey


def place_of_key(school_id: int, student_id: uuid.UUID) -> str:
    """Return what a student's key is bound to."""
    return f"{school_id}/student-key/{student_id}"


def key_of(school_id: int, student_id: uuid.UUID) -> bytes | None:
    """Return a student's key, or None while nothing was sealed; TaoliError without the key outside the database."""
    row = StudentKey.objects.of(school_id).filter(student_id=student_id).first()
    return base64.b64decode(unseal(row.wrapped, place_of_key(school_id, student_id))) if row and row.wrapped else None


def open_about(school_id: int, student_id: uuid.UUID, sealed: str, bound: str) -> str:
    """Return a text sealed about a student; `bound` is the row and field it was sealed for ("care.case/<id>/reason").

    An empty text stays empty. TaoliError: the key is gone or another one, or the text was changed or moved.
    """
    return _open(key_of(school_id, student_id), sealed, bound) if sealed else ""


def opener(school_id: int, student_ids: Iterable[uuid.UUID]) -> Callable[[uuid.UUID, str, str], str]:
    """Return `open_about` for many texts of these students, with their keys read once: (student, sealed, bound)."""
    rows = StudentKey.objects.of(school_id).filter(student_id__in=set(student_ids)).exclude(wrapped="")
    keys = {
        row.student_id: base64.b64decode(unseal(row.wrapped, place_of_key(school_id, row.student_id))) for row in rows
    }
    return lambda student_id, sealed, bound: _open(keys.get(student_id), sealed, bound) if sealed else ""


def _open(key: bytes | None, sealed: str, bound: str) -> str:
    try:
        data = base64.b64decode(sealed, validate=True)
        # Without its key the text is as unreadable as with a wrong one; a key of zeros opens nothing.
        return AESGCM(key or bytes(LENGTH)).decrypt(data[:NONCE], data[NONCE:], bound.encode()).decode()
    except (InvalidTag, binascii.Error, ValueError):
        raise TaoliError(_("What is sealed here cannot be opened with the keys on this server.")) from None

"""Seal what is to be kept from everybody but the named few (L4), under the student's own key."""

import base64
import os
import uuid

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from taoli.common import clock
from taoli.common.keeping.keys import LENGTH
from taoli.common.sealed import NONCE, seal
from taoli.roster.models import StudentKey
from taoli.roster.queries.sealing import key_of, place_of_key


def seal_about(school_id: int, student_id: uuid.UUID, text: str, bound: str) -> str:
    """Return a text sealed under the student's key, made at the first time; `bound`: the row and field it stands in.

    To be called inside the transaction that writes the row. An empty text stays empty.
    """
    if not text:
        return ""
    nonce = os.urandom(NONCE)
    key = key_of(school_id, student_id) or _new_key(school_id, student_id)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, text.encode(), bound.encode())).decode()


def _new_key(school_id: int, student_id: uuid.UUID) -> bytes:
    key = os.urandom(LENGTH)
    wrapped = seal(base64.b64encode(key).decode(), place_of_key(school_id, student_id))
    row, made = StudentKey.objects.of(school_id).get_or_create(
        school_id=school_id, student_id=student_id, defaults={"wrapped": wrapped, "made_at": clock.now()}
    )
    if made:
        return key
    if not row.wrapped:  # thrown away once: what was sealed before stays closed
        row.wrapped = wrapped
        row.save(update_fields=["wrapped"])
        return key
    return key_of(school_id, student_id) or key

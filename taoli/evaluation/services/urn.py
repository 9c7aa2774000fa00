"""The urn of a survey: ballots sealed under the survey's own key, padded to one length, bound to their row."""

import base64
import json
import os
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from taoli.common.sealed import seal
from taoli.evaluation.models import Ballot, Survey
from taoli.evaluation.queries.urn import NONCE, Content, bound, bound_key, key_of

STEP = 512  # bytes: a short answer and a long one look alike up to the next step
KEY = 32


def new_key(survey: Survey) -> None:
    """Give a survey a new key, sealed under the server's key, which is not in the database; the old one is gone."""
    secret = base64.b64encode(os.urandom(KEY)).decode()
    survey.key_sealed = seal(secret, bound_key(survey))


def ballot(survey: Survey, content: Mapping[str, Any]) -> Ballot:
    """Return a sealed ballot, not yet stored: {"mentor": id or None, "grade": id or None, "answers": {key: value}}."""
    return _sealed(key_of(survey), survey, content)


def seal_anew(survey: Survey, contents: Iterable[Content]) -> list[Ballot]:
    """Give the survey a new key and return all its ballots under it, in the order of new random ids, not yet stored."""
    new_key(survey)
    cipher = key_of(survey)
    return sorted((_sealed(cipher, survey, content) for content in contents), key=lambda one: one.pk)


def _sealed(cipher: AESGCM, survey: Survey, content: Mapping[str, Any]) -> Ballot:
    pk, nonce = uuid.uuid4(), os.urandom(NONCE)
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
    plain += b" " * (-len(plain) % STEP)
    sealed = nonce + cipher.encrypt(nonce, plain, bound(survey, pk))
    return Ballot(id=pk, school_id=survey.school_id, survey=survey, sealed=base64.b64encode(sealed).decode())

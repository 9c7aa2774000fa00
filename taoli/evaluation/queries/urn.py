"""Opening the urn of a closed survey."""

import base64
import json
import uuid
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from taoli.common.sealed import unseal
from taoli.evaluation.models import Ballot, Survey

NONCE = 12
Content = dict[str, Any]


def opened(survey: Survey) -> list[Content]:
    """Return what is in the urn, in no order that means anything: {"mentor", "grade", "answers"} each.

    For closing a survey and for the appraisal; no page shows a single ballot. TaoliError when the key does not fit.
    """
    rows = Ballot.objects.of(survey.school_id).filter(survey=survey).order_by("pk").values_list("pk", "sealed")
    if not rows:
        return []
    cipher = key_of(survey)
    return [_opened(cipher, survey, pk, sealed) for pk, sealed in rows]


def key_of(survey: Survey) -> AESGCM:
    """Return the survey's own cipher."""
    return AESGCM(base64.b64decode(unseal(survey.key_sealed, bound_key(survey))))


def bound(survey: Survey, pk: uuid.UUID) -> bytes:
    """Return what a ballot is bound to: another row, survey or school cannot open it."""
    return f"{survey.school_id}:{survey.pk}:{pk}".encode()


def bound_key(survey: Survey) -> str:
    """Return what a survey's key is bound to."""
    return f"evaluation.Survey.key_sealed:{survey.school_id}:{survey.pk}"


def _opened(cipher: AESGCM, survey: Survey, pk: uuid.UUID, sealed: str) -> Content:
    data = base64.b64decode(sealed)
    found: Content = json.loads(cipher.decrypt(data[:NONCE], data[NONCE:], bound(survey, pk)))
    return found

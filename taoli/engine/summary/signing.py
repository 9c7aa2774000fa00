"""A summary on its way: its JSON beside the signature of the school, as one JSON document."""

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from taoli.engine.package import is_signed, signature

PURPOSE = b"taoli summary"


def canonical_of(document: Mapping[str, Any]) -> bytes:
    """Return the bytes of a summary's JSON that are signed; of a known summary the same as `canonical`."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(document: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a summary's JSON, which the next summary names as `previous`."""
    return hashlib.sha256(canonical_of(document)).hexdigest()


def sign(private: bytes, document: Mapping[str, Any]) -> str:
    """Return the school's signature over a summary's JSON, as text."""
    return base64.b64encode(signature(private, PURPOSE, canonical_of(document))).decode()


def signed_by(public: str, document: Mapping[str, Any], signed: str) -> bool:
    """Say whether the signature is of this key over this JSON."""
    try:
        return is_signed(public, PURPOSE, canonical_of(document), base64.b64decode(signed, validate=True))
    except ValueError:
        return False


def packed(document: Mapping[str, Any], signed: str) -> bytes:
    """Return what a school hands in: the file, or the body of the post."""
    return json.dumps({"signature": signed, "summary": document}, ensure_ascii=False, sort_keys=True).encode()

"""A recognition as Open Badges 3.0: the credential, and its form as a signed token (VC-JWT with EdDSA, RFC 8037).

Source: 1EdTech Open Badges 3.0, the data model and 8.2 (JSON Web Token proof format): the payload is the credential
itself with the registered claims beside it (iss, jti, sub, nbf and exp repeat its members, or a verifier refuses it);
the header carries the public key. EdDSA is permitted there beside RS256; it is the key that a bureau has.
"""

import base64
import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CONTEXTS = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
PARTS = 3


@dataclass(frozen=True, slots=True)
class Badge:
    """What is recognised: addresses and names, the criteria as one text, from when to when.

    `subject_address` stands for whoever is recognised, here only: no two badges of a person share it.
    """

    address: str
    issuer_address: str
    issuer: str
    achievement_address: str
    subject_address: str
    level: str
    round: str
    criteria: str
    name: str
    since: dt.datetime
    until: dt.datetime


def credential(badge: Badge) -> dict[str, Any]:
    """Return the credential as its members stand in the specification; the person is known by name."""
    return {
        "@context": list(CONTEXTS),
        "id": badge.address,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": f"{badge.level} · {badge.name}",
        "issuer": {"id": badge.issuer_address, "type": ["Profile"], "name": badge.issuer},
        "validFrom": _at(badge.since),
        "validUntil": _at(badge.until),
        "credentialSubject": {
            "id": badge.subject_address,
            "type": ["AchievementSubject"],
            "identifier": [
                {"type": "IdentityObject", "hashed": False, "identityHash": badge.name, "identityType": "name"}
            ],
            "achievement": {
                "id": badge.achievement_address,
                "type": ["Achievement"],
                "achievementType": "Award",
                "name": badge.level,
                "description": badge.round,
                "criteria": {"narrative": badge.criteria},
            },
        },
    }


def vc_jwt(private: bytes, document: dict[str, Any]) -> str:
    """Return the credential signed; `private` is the issuer's Ed25519 key."""
    key = Ed25519PrivateKey.from_private_bytes(private)
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    header = {"alg": "EdDSA", "typ": "JWT", "jwk": {"kty": "OKP", "crv": "Ed25519", "x": _text(public)}}
    claims = {
        "iss": document["issuer"]["id"],
        "jti": document["id"],
        "sub": document["credentialSubject"]["id"],
        "nbf": _seconds(document["validFrom"]),
        "exp": _seconds(document["validUntil"]),
    }
    body = f"{_text(_packed(header))}.{_text(_packed(document | claims))}"
    return f"{body}.{_text(key.sign(body.encode()))}"


def read_jwt(token: str, public: bytes) -> dict[str, Any] | None:
    """Return the credential of a token if this key has signed it, else None; the key in the header is not believed."""
    parts = token.split(".")
    if len(parts) != PARTS:
        return None
    try:
        header = json.loads(_bytes(parts[0]))
        Ed25519PublicKey.from_public_bytes(public).verify(_bytes(parts[2]), f"{parts[0]}.{parts[1]}".encode())
        found = json.loads(_bytes(parts[1]))
    except (InvalidSignature, ValueError):
        return None
    return found if isinstance(header, dict) and header.get("alg") == "EdDSA" and isinstance(found, dict) else None


def _at(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _seconds(text: str) -> int:
    return int(dt.datetime.fromisoformat(text).timestamp())


def _packed(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

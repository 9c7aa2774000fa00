"""Keys of a school: one pair signs, one pair opens; and the fingerprint that two people compare."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

Draw = Callable[[int], bytes]
LENGTH = 32
GROUPS, DIGITS = 8, 5


@dataclass(frozen=True, slots=True, repr=False)
class SchoolKeys:
    """Both private keys; never printed."""

    sign: bytes
    box: bytes


def new_keys(draw: Draw) -> SchoolKeys:
    """Return keys from a source of random bytes."""
    return SchoolKeys(sign=draw(LENGTH), box=draw(LENGTH))


def public_keys(keys: SchoolKeys) -> tuple[str, str]:
    """Return the public halves: the one that proves a signature, the one that seals."""
    sign = Ed25519PrivateKey.from_private_bytes(keys.sign).public_key()
    box = X25519PrivateKey.from_private_bytes(keys.box).public_key()
    return text_of(sign.public_bytes(Encoding.Raw, PublicFormat.Raw)), text_of(
        box.public_bytes(Encoding.Raw, PublicFormat.Raw)
    )


def fingerprint(sign_key: str, box_key: str) -> str:
    """Return both public keys as eight groups of five digits, to be read out on the telephone."""
    digest = hashlib.sha256(b"taoli school keys" + bytes_of(sign_key) + bytes_of(box_key)).digest()
    numbers = (int.from_bytes(digest[place * 4 : place * 4 + 4]) % 10**DIGITS for place in range(GROUPS))
    return " ".join(f"{number:0{DIGITS}}" for number in numbers)


def text_of(data: bytes) -> str:
    """Return bytes as text."""
    return base64.b64encode(data).decode()


def bytes_of(text: str) -> bytes:
    """Return the bytes of a text; ValueError when it is none."""
    return base64.b64decode(text, validate=True)

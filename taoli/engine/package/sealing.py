"""Seal the parts for their receiver, and the restricted part under a key of its own. No clock, no source of chance."""

import hashlib
import uuid
import zlib

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from taoli.engine.package.findings import RefusedError
from taoli.engine.package.keys import Draw, bytes_of

NONCE, TAG, CODE = 12, 16, 16
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: read out and written by hand
ALIKE = str.maketrans("ILO", "110")
GROUP = 5


def signature(private: bytes, purpose: bytes, data: bytes) -> bytes:
    """Return the signature over what it is and its bytes."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(purpose + b"\n" + data)


def is_signed(public: str, purpose: bytes, data: bytes, signed: bytes) -> bool:
    """Say whether the signature is of this key over these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes_of(public)).verify(signed, purpose + b"\n" + data)
    except (InvalidSignature, ValueError):
        return False
    return True


def content_key(private: bytes, other: str, package: uuid.UUID) -> bytes:
    """Return the key of a package's parts from one's own private and the other's public key."""
    shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(bytes_of(other)))
    return HKDF(SHA256(), 32, package.bytes, b"taoli package content").derive(shared)


def seal(key: bytes, place: str, data: bytes, draw: Draw) -> bytes:
    """Compress and seal a part; `place` (package and part) is asked for again when it is opened."""
    nonce = draw(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, zlib.compress(data, 6), place.encode())


def unseal(key: bytes, place: str, sealed: bytes, most: int) -> bytes:
    """Return a part, at most so many bytes; refused: another key, changed or moved, larger than it says."""
    try:
        packed = AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], place.encode())
    except (InvalidTag, ValueError):
        raise RefusedError("cannot_open", part=place.partition("/")[2]) from None
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(packed, most + 1)
    except zlib.error:
        raise RefusedError("cannot_open", part=place.partition("/")[2]) from None
    if len(data) > most:
        raise RefusedError("too_large", what="opened")
    return data


def restricted_key(code: bytes, package: uuid.UUID) -> bytes:
    """Return the key of the restricted part from its code."""
    return HKDF(SHA256(), 32, package.bytes, b"taoli package restricted").derive(code)


def code_text(code: bytes) -> str:
    """Return a code as groups of letters and digits, to be read out or written down; the last character is a check."""
    number = int.from_bytes(code + hashlib.sha256(code).digest()[:1])
    places = -(-(len(code) + 1) * 8 // 5)
    text = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(places)))
    return "-".join(text[start : start + GROUP] for start in range(0, places, GROUP))


def code_of(text: str) -> bytes | None:
    """Return the code somebody typed, None when it cannot be one."""
    plain = "".join(text.upper().split()).replace("-", "").translate(ALIKE)
    if len(plain) != -(-(CODE + 1) * 8 // 5) or set(plain) - set(ALPHABET):
        return None
    number = 0
    for letter in plain:
        number = number << 5 | ALPHABET.index(letter)
    if number >> (CODE + 1) * 8:
        return None
    data = number.to_bytes(CODE + 1)
    return data[:CODE] if hashlib.sha256(data[:CODE]).digest()[:1] == data[CODE:] else None

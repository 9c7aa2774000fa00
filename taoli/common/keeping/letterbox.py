"""The server's letter box: a phone seals what it may not read again, and only this server opens it.

Its key pairs stand beside the backup key, one file each, `outbox-<n>.key`; the highest number is in use, the older ones
still open what was sealed before they were replaced. The seal: an ephemeral P-256 key pair, ECDH with the server's
public key, HKDF-SHA256, AES-256-GCM; what the letter is bound to (key, device, operation) is authenticated with it.
"""

import base64
import binascii
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from django.conf import settings

from taoli.common.keeping.keys import write_secret

INFO = b"taoli letter 1"
FILE = re.compile(r"outbox-(\d+)\.key")
CURVE = ec.SECP256R1()


class SealedForAnotherError(Exception):
    """The letter cannot be opened here: another key, another device, or changed on its way."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One key pair of the letter box."""

    secret: ec.EllipticCurvePrivateKey

    @property
    def public(self) -> bytes:
        """Return the public key as browsers take it: 65 bytes, uncompressed."""
        return self.secret.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    @property
    def number(self) -> str:
        """Return eight signs that say which key it is."""
        return hashlib.sha256(b"taoli letter key" + self.public).hexdigest()[:8]


def current_pair() -> Pair:
    """Return the key pair in use; the first is made when it is first asked for."""
    return _read(_files()[-1] if _files() else _make(1))


def rotate_pair() -> Pair:
    """Make a new key pair for what is sealed from now on; the older ones are kept."""
    newest = _files()[-1:]
    return _read(_make(_place(newest[0]) + 1 if newest else 1))


def public_key() -> dict[str, str]:
    """Return what a browser needs to seal: the public key and its number."""
    pair = current_pair()
    return {"number": pair.number, "public": base64.b64encode(pair.public).decode()}


def open_letter(envelope: Mapping[str, Any], bound: str) -> bytes:
    """Return what was sealed to one of this server's keys and bound to these words.

    SealedForAnotherError when no key of ours fits, or anything was changed.
    """
    try:
        theirs, nonce, text = (base64.b64decode(str(envelope[name]), validate=True) for name in ("from", "iv", "text"))
        shared_with = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, theirs)
        pair = next(one for one in map(_read, _files()) if one.number == envelope["key"])
        shared = pair.secret.exchange(ec.ECDH(), shared_with)
        opened = AESGCM(_derive(shared, theirs, pair.public)).decrypt(nonce, text, bound.encode())
    except (KeyError, ValueError, TypeError, binascii.Error, InvalidTag, StopIteration):
        raise SealedForAnotherError from None
    return opened


def seal_letter(text: bytes, public: bytes, number: str, bound: str) -> dict[str, str]:
    """Seal as a browser does (`seal.js`); for tests and for measuring."""
    own = ec.generate_private_key(CURVE)
    mine = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = own.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, public))
    nonce = os.urandom(12)
    sealed = AESGCM(_derive(shared, mine, public)).encrypt(nonce, text, bound.encode())
    parts = {"from": mine, "iv": nonce, "text": sealed}
    return {"key": number, **{name: base64.b64encode(part).decode() for name, part in parts.items()}}


def _derive(shared: bytes, theirs: bytes, ours: bytes) -> bytes:
    """Bind the key to both public keys, so that a letter has one sender's key and one box."""
    return HKDF(SHA256(), 32, theirs + ours, INFO).derive(shared)


def _files() -> list[Path]:
    folder = Path(settings.KEYS)
    found = [file for file in folder.glob("outbox-*.key") if FILE.fullmatch(file.name)]
    return sorted(found, key=_place)


def _place(file: Path) -> int:
    match = FILE.fullmatch(file.name)
    return int(match[1]) if match else 0


def _make(place: int) -> Path:
    file = Path(settings.KEYS) / f"outbox-{place}.key"
    secret = ec.generate_private_key(CURVE)
    text = secret.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    part = file.with_suffix(f".{os.getpid()}-{os.urandom(4).hex()}.part")
    write_secret(part, text)
    try:
        os.link(part, file)  # whole or not at all; of two processes the first wins
    except FileExistsError:
        pass
    finally:
        part.unlink()
    return file


def _read(file: Path) -> Pair:
    secret = load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(secret, ec.EllipticCurvePrivateKey):
        raise TypeError(file)
    return Pair(secret)

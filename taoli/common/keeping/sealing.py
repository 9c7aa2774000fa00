"""A sealed file: AES-256-GCM over chunks of 1 MiB, so that any changed, missing or moved byte is noticed.

Layout: MAGIC, one line of JSON (readable by anybody: when, which key, which version), then the chunks. Each file has
a key of its own, derived from the backup key with a random salt; a chunk's nonce is its number and whether it is the
last (the STREAM construction of Hoang, Reyhanitabar, Rogaway, Vizár 2015); the first lines are bound to each chunk.
"""

import io
import json
import os
from collections.abc import Mapping
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping.keys import Key

MAGIC = b"TAOLI-BACKUP-1\n"
CHUNK = 1024 * 1024
TAG = 16
HEAD_LIMIT = 4096


def _cipher(key: Key, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt, b"taoli backup file").derive(key.secret))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


class Sealer(io.RawIOBase):
    """Takes bytes, writes a sealed file; `finish()` writes the last chunk, without which the file is not whole."""

    def __init__(self, out: BinaryIO, key: Key, head: Mapping[str, Any]) -> None:
        """Write the readable first lines."""
        salt = os.urandom(16)
        line = json.dumps({**head, "key": key.number, "salt": salt.hex()}, ensure_ascii=False).encode() + b"\n"
        self._bound = MAGIC + line
        self._out, self._cipher = out, _cipher(key, salt)
        self._waiting, self._number = bytearray(), 0
        out.write(self._bound)

    def writable(self) -> bool:
        """It is for writing."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes; a chunk is sealed once more has come than it holds."""
        self._waiting += data
        while len(self._waiting) > CHUNK:
            self._seal(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]
        return len(data)

    def finish(self) -> None:
        """Seal what is left as the last chunk."""
        self._seal(bytes(self._waiting), last=True)

    def _seal(self, chunk: bytes, *, last: bool) -> None:
        self._out.write(self._cipher.encrypt(_nonce(self._number, last=last), chunk, self._bound))
        self._number += 1


class Opener(io.RawIOBase):
    """Gives the bytes of a sealed file; TaoliError when the key is another or anything was changed or cut."""

    def __init__(self, source: BinaryIO, key: Key) -> None:
        """Read the first lines and compare the key."""
        self._bound, head = _first_lines(source)
        if head["key"] != key.number:
            raise TaoliError(
                _("This backup was sealed with the key %(theirs)s; the key on this server is %(ours)s.")
                % {"theirs": head["key"], "ours": key.number}
            )
        self._source, self._cipher = source, _cipher(key, bytes.fromhex(head["salt"]))
        self._next, self._number, self._left = source.read(CHUNK + TAG), 0, b""
        self._ended = False

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Give the next bytes, chunk by chunk."""
        while not self._left and not self._ended:
            self._open()
        count = min(len(buffer), len(self._left))
        buffer[:count], self._left = self._left[:count], self._left[count:]
        return count

    def _open(self) -> None:
        sealed, self._next = self._next, self._source.read(CHUNK + TAG)
        self._ended = not self._next
        try:
            self._left = self._cipher.decrypt(_nonce(self._number, last=self._ended), sealed, self._bound)
        except InvalidTag:
            raise damaged() from None
        self._number += 1


def damaged() -> TaoliError:
    """Return the refusal of a file that is not whole."""
    return TaoliError(_("This backup is damaged or not complete. Nothing was changed; take another one."))


def head_of(source: BinaryIO) -> dict[str, Any]:
    """Return the readable first line of a sealed file; TaoliError when it is none."""
    return _first_lines(source)[1]


def _first_lines(source: BinaryIO) -> tuple[bytes, dict[str, Any]]:
    magic, line = source.read(len(MAGIC)), source.readline(HEAD_LIMIT)
    if magic != MAGIC:
        raise TaoliError(_("This file is not a backup of Taoli."))
    try:
        head = json.loads(line)
        bytes.fromhex(head["salt"])
        str(head["key"])
    except (ValueError, KeyError, TypeError):
        raise damaged() from None
    return magic + line, head

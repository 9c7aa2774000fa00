"""The key of the backups, in a folder of its own apart from the data, with a copy of the audit key beside it."""

import base64
import binascii
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError

LENGTH = 32


@dataclass(frozen=True, slots=True)
class Key:
    """32 secret bytes and the number by which people tell one key from another."""

    secret: bytes

    @property
    def number(self) -> str:
        """Return eight signs that say which key it is and nothing of what it is."""
        return fingerprint(self.secret)


def fingerprint(secret: bytes) -> str:
    """Return the first eight signs of a hash."""
    return hashlib.sha256(b"taoli key number" + secret).hexdigest()[:8]


def key_file() -> Path:
    """Return where the backup key is."""
    return Path(settings.KEYS) / "backup.key"


def kept_audit_key_file(number: str) -> Path:
    """Return where the copy of an audit key is; by number, so that a new key never takes an old one's place."""
    return Path(settings.KEYS) / f"audit-{number}.key"


def backup_key(*, make: bool) -> Key:
    """Return the key, made on first use if `make`; TaoliError when it is not there or not a key."""
    file = key_file()
    if not file.exists():
        if not make:
            raise TaoliError(_("There is no backup key at %(file)s. Put the kept copy there.") % {"file": file})
        write_secret(file, base64.b64encode(os.urandom(LENGTH)).decode() + "\n")
    try:
        secret = base64.b64decode(file.read_text().strip(), validate=True)
    except (binascii.Error, UnicodeDecodeError):
        secret = b""
    if len(secret) != LENGTH:
        raise TaoliError(_("%(file)s is not a backup key.") % {"file": file})
    return Key(secret)


def audit_key_number() -> str:
    """Return the number of the audit key in use."""
    return fingerprint(settings.AUDIT_KEY.encode())


def keep_audit_key() -> None:
    """Copy the audit key beside the backup key: without it a restored chain cannot be checked."""
    file = kept_audit_key_file(audit_key_number())
    if not file.exists():
        write_secret(file, settings.AUDIT_KEY + "\n")


def bring_back_audit_key(number: str) -> None:
    """Let this server use the audit key with the given number; TaoliError when it is not to be had.

    After a loss of the data folder a new key was made at start-up; the kept copy takes its place, for this process too.
    """
    if audit_key_number() == number:
        return
    kept = kept_audit_key_file(number)
    found = kept.read_text().strip() if kept.exists() else ""
    if fingerprint(found.encode()) != number:
        raise TaoliError(_("The audit key of this backup is missing. Put its kept copy at %(file)s.") % {"file": kept})
    if os.environ.get("TAOLI_AUDIT_KEY"):
        raise TaoliError(_("TAOLI_AUDIT_KEY is another key than in %(file)s. Set it to that one.") % {"file": kept})
    own = Path(settings.DATA) / "taoli_audit_key.key"
    own.unlink(missing_ok=True)
    write_secret(own, found)
    settings.AUDIT_KEY = found


def write_secret(file: Path, text: str) -> None:
    """Write a new file that only its owner can read."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as out:
        out.write(text)

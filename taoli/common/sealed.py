"""Short secrets at rest: sealed with AES-256-GCM under a key outside the database, bound to the row they belong to."""

import base64
import binascii
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping.keys import LENGTH, write_secret

NONCE = 12


def field_key_file() -> Path:
    """Return where the key of sealed fields is: apart from the data, as the backup key is."""
    return Path(settings.KEYS) / "fields.key"


def seal(text: str, bound: str) -> str:
    """Return the text sealed; `bound` says where it stands (school, table, field) and is asked for again."""
    nonce = os.urandom(NONCE)
    sealed = _cipher(make=True).encrypt(nonce, text.encode(), bound.encode())
    return base64.b64encode(nonce + sealed).decode()


def unseal(sealed: str, bound: str) -> str:
    """Return what was sealed at this place; TaoliError when the key is another one or the text was changed."""
    try:
        data = base64.b64decode(sealed, validate=True)
        return _cipher(make=False).decrypt(data[:NONCE], data[NONCE:], bound.encode()).decode()
    except (InvalidTag, binascii.Error, ValueError):
        raise TaoliError(
            _("This secret cannot be opened with the key on this server. Please enter it again.")
        ) from None


def _cipher(*, make: bool) -> AESGCM:
    file = field_key_file()
    if not file.exists():
        if not make:
            raise TaoliError(_("The key of the sealed settings is missing. Please enter them again."))
        write_secret(file, base64.b64encode(os.urandom(LENGTH)).decode() + "\n")
    secret = base64.b64decode(file.read_text().strip())
    return AESGCM(HKDF(SHA256(), 32, None, b"taoli sealed field").derive(secret))

"""A signed value as one line of text, to be put into a file, a message or a form."""

import base64
import binascii
import json
from typing import Any

from taoli.engine.package.findings import RefusedError
from taoli.engine.package.writing import canonical

MOST = 8_000


def line_of(head: str, value: object, signed: bytes = b"") -> str:
    """Return head, value and signature as one line without spaces."""
    text = f"{head}.{_text(canonical(value))}"
    return f"{text}.{_text(signed)}" if signed else text


def value_of(head: str, line: str) -> tuple[Any, bytes, bytes]:
    """Return the value, its bytes and the signature of a line; refused: no such line, or broken on the way."""
    parts = "".join(line.split()).split(".")
    if len(line) > MOST or len(parts) not in {2, 3} or parts[0] != head:
        raise RefusedError("broken_line")
    try:
        data, *signed = (base64.b64decode(one + "=" * (-len(one) % 4), b"-_", validate=True) for one in parts[1:])
        return json.loads(data), data, signed[0] if signed else b""
    except (binascii.Error, ValueError):
        raise RefusedError("broken_line") from None


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")

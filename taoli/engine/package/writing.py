"""Build a package."""

import datetime as dt
import hashlib
import io
import json
import uuid
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taoli.engine.package.keys import LENGTH, Draw, SchoolKeys, public_keys
from taoli.engine.package.sealing import CODE, code_text, content_key, restricted_key, seal, signature
from taoli.engine.package.shapes import NEWEST, Manifest, Part, Receiver, Restricted, Sender, StudentFile

SIGNED = b"taoli package"
DAY = (1980, 1, 1, 0, 0, 0)  # the same parts make the same file


@dataclass(frozen=True, slots=True, repr=False)
class Built:
    """A package: its bytes, what its manifest says, the manifest's SHA-256, and the code of the restricted part."""

    data: bytes
    manifest: Manifest
    sha256: str
    code: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What the manifest says beside the parts."""

    id: uuid.UUID
    created: dt.datetime
    expires: dt.date
    reply_by: dt.date
    scope: str
    sender: tuple[str, str]
    receiver: Receiver


def build(
    heading: Heading,
    students: Sequence[StudentFile],
    *,
    keys: SchoolKeys,
    draw: Draw,
    files: Mapping[str, bytes] | None = None,
    restricted: Restricted | None = None,
) -> Built:
    """Build a signed package that only its receiver can open.

    `files` by the names of their parts ("files/<32 hex>.jpg"); `draw`: random bytes, as `os.urandom`. The code of the
    restricted part is made here and stands nowhere in the file.
    """
    ephemeral = SchoolKeys(sign=keys.sign, box=draw(LENGTH))
    key = content_key(ephemeral.box, heading.receiver.box_key, heading.id)
    opened = {f"student/{place:04}.json": _json(one) for place, one in enumerate(students, 1)} | dict(files or {})
    code = draw(CODE) if restricted else b""
    if restricted:
        inner = seal(restricted_key(code, heading.id), f"{heading.id}/restricted", _json(restricted), draw)
        opened["restricted.bin"] = inner
    parts = {name: seal(key, f"{heading.id}/{name}", data, draw) for name, data in opened.items()}
    manifest = _manifest(heading, keys, public_keys(ephemeral)[1], len(students), parts, opened)
    text = _json(manifest)
    signed = signature(keys.sign, SIGNED, text)
    data = _zip({"manifest.json": text, "manifest.sig": signed, **parts})
    return Built(data, manifest, hashlib.sha256(text).hexdigest(), code_text(code) if code else "")


def canonical(shape: object) -> bytes:
    """Return a JSON value in its one form: keys in order, no spaces, UTF-8."""
    return json.dumps(shape, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _json(shape: StudentFile | Restricted | Manifest) -> bytes:
    return canonical(shape.model_dump(mode="json"))


def _manifest(
    heading: Heading,
    keys: SchoolKeys,
    ephemeral: str,
    students: int,
    parts: Mapping[str, bytes],
    opened: Mapping[str, bytes],
) -> Manifest:
    return Manifest.model_validate(
        {
            "format": "taoli-package",
            "version": NEWEST,
            "id": heading.id,
            "created": heading.created,
            "expires": heading.expires,
            "reply_by": heading.reply_by,
            "scope": heading.scope,
            "students": students,
            "sender": Sender(code=heading.sender[0], name=heading.sender[1], sign_key=public_keys(keys)[0]),
            "receiver": heading.receiver,
            "ephemeral": ephemeral,
            "parts": [
                Part(name=name, sha256=hashlib.sha256(data).hexdigest(), size=len(data), opened=len(opened[name]))
                for name, data in parts.items()
            ],
        }
    )


def _zip(entries: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:  # sealed bytes do not get smaller
        for name, data in entries.items():
            file.writestr(zipfile.ZipInfo(name, DAY), data)
    return out.getvalue()

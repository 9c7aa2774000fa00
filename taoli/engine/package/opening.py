"""Read a package: its entries within limits, its manifest, its parts."""

import hashlib
import io
import json
import re
import uuid
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from taoli.engine.package.findings import RefusedError
from taoli.engine.package.keys import SchoolKeys
from taoli.engine.package.sealing import code_of, content_key, restricted_key, unseal
from taoli.engine.package.shapes import MOST_PARTS, NEWEST, OLDEST, Manifest, Restricted, Shape, StudentFile
from taoli.engine.package.writing import canonical

MOST_BYTES = 200 * 1024 * 1024
MOST_OPENED = 400 * 1024 * 1024
MOST_MANIFEST = 2 * 1024 * 1024
END = 22  # bytes of the record that closes a ZIP file
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
# A zero character in JSON's writing: SQLite keeps what somebody pasted, PostgreSQL does not; nobody sees it.
ZERO = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")
_Shape = TypeVar("_Shape", bound=Shape)


@dataclass(frozen=True, slots=True, repr=False)
class Entries:
    """What stands in a file: the manifest as read and in its bytes, its signature, the parts as they came."""

    manifest: Manifest
    text: bytes
    signature: bytes
    parts: Mapping[str, bytes]

    @property
    def sha256(self) -> str:
        """Return what names this package in a receipt."""
        return hashlib.sha256(self.text).hexdigest()


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """A package opened by its receiver."""

    manifest: Manifest
    sha256: str
    students: tuple[StudentFile, ...]
    files: Mapping[str, bytes]
    restricted: bytes


def read_entries(data: bytes) -> Entries:
    """Return what stands in a file; refused: no package, cut short, too large, a manifest nobody can read."""
    found = _unzipped(data)
    if MANIFEST not in found:
        raise RefusedError("no_package")
    text = found.pop(MANIFEST)
    signed = found.pop(SIGNATURE, b"")
    return Entries(_manifest(text), text, signed, found)


def open_package(data: bytes, keys: SchoolKeys) -> Opened:
    """Return the students and files of a package; refused with the first reason. Signature and trust: `check`."""
    return open_entries(read_entries(data), keys)


def open_entries(entries: Entries, keys: SchoolKeys) -> Opened:
    """Open the parts that the manifest names."""
    manifest = entries.manifest
    if sum(part.opened for part in manifest.parts) > MOST_OPENED:
        raise RefusedError("too_large", what="opened")
    if lost := sorted({part.name for part in manifest.parts} - entries.parts.keys()):
        raise RefusedError("part_missing", part=lost[0])
    try:
        key = content_key(keys.box, manifest.ephemeral, manifest.id)
    except ValueError:  # a point that gives every key the same secret
        raise RefusedError("broken_manifest", part=MANIFEST, place="ephemeral", fault="no usable key") from None
    opened = {
        part.name: unseal(key, f"{manifest.id}/{part.name}", entries.parts[part.name], part.opened)
        for part in manifest.parts
    }
    names = sorted(name for name in opened if name.startswith("student/"))
    if len(names) != manifest.students:
        raise RefusedError("broken_content", part="student", place="", fault=f"{len(names)}/{manifest.students}")
    students = tuple(_shaped(StudentFile, opened[name], name) for name in names)
    files = {name: opened[name] for name in opened if name.startswith("files/")}
    for name, one in zip(names, students, strict=True):
        named = {file for section in one.sections for entry in section.entries for file in entry.files}
        if lost := sorted(named - files.keys()):
            raise RefusedError("broken_content", part=name, place="files", fault=lost[0])
    return Opened(manifest, entries.sha256, students, files, opened.get("restricted.bin", b""))


def open_restricted(package: uuid.UUID, sealed: bytes, code: str) -> Restricted:
    """Return the restricted part (as `Opened.restricted`) with the sender's code; refused when it is another code."""
    typed = code_of(code)
    if typed is None:
        raise RefusedError("cannot_open", part="restricted")
    key = restricted_key(typed, package)
    place = f"{package}/restricted"
    return _shaped(Restricted, unseal(key, place, sealed, MOST_OPENED), "restricted.bin")


def _unzipped(data: bytes) -> dict[str, bytes]:
    """Return the entries, none of them packed: what is inside can be no larger than the file."""
    if len(data) > MOST_BYTES:
        raise RefusedError("too_large", what="file")
    if not data.startswith(b"PK\x03\x04"):
        raise RefusedError("no_package")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            infos = file.infolist()
            if len(infos) > MOST_PARTS + 2:
                raise RefusedError("too_large", what="parts")
            if any(info.compress_type != zipfile.ZIP_STORED or info.file_size > len(data) for info in infos):
                raise RefusedError("too_large", what="packed")
            names = [info.filename for info in infos]
            if len(set(names)) < len(names):
                raise RefusedError("part_extra", part=max(names, key=names.count))
            for info in infos:
                del info.CRC  # the manifest's SHA-256 tells which part was changed, and says so
            return {info.filename: file.read(info) for info in infos}
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, zlib.error) as error:
        if isinstance(error, RefusedError):
            raise
        # A file that ends too early has lost its list of entries, which stands at the end.
        place = data.rfind(b"PK\x05\x06")
        raise RefusedError("no_package" if 0 <= place <= len(data) - END else "cut_short") from None


def _manifest(text: bytes) -> Manifest:
    if len(text) > MOST_MANIFEST:
        raise RefusedError("too_large", what="manifest")
    plain = _plain(text, "broken_manifest", "manifest.json")
    version = plain.get("version") if isinstance(plain, dict) else None
    if isinstance(version, int) and not isinstance(version, bool):
        if version < OLDEST:
            raise RefusedError("too_old", version=version, oldest=OLDEST)
        if version > NEWEST:
            raise RefusedError("too_new", version=version, newest=NEWEST)
    manifest = _valid(Manifest, plain, "broken_manifest", "manifest.json")
    if manifest.created.tzinfo is None:
        raise RefusedError("broken_manifest", part="manifest.json", place="created", fault="no time zone")
    names = [part.name for part in manifest.parts]
    if len(set(names)) < len(names) or canonical(plain) != text:
        raise RefusedError("broken_manifest", part="manifest.json", place="parts", fault="not in its one form")
    return manifest


def _shaped(shape: type[_Shape], data: bytes, name: str) -> _Shape:
    return _valid(shape, _plain(ZERO.sub(rb"\1", data), "broken_content", name), "broken_content", name)


def _plain(data: bytes, code: str, name: str) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise RefusedError(code, part=name, place="", fault="no JSON") from None


def _valid(shape: type[_Shape], plain: Any, code: str, name: str) -> _Shape:
    try:
        return shape.model_validate(plain)
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(str(one) for one in fault["loc"])
        raise RefusedError(code, part=name, place=place, fault=fault["msg"]) from None

"""One file per backup: a sealed, compressed tar of manifest, database and the schools' own files."""

import contextlib
import dataclasses
import gzip
import hashlib
import io
import os
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import IO

from taoli.common.keeping.keys import Key
from taoli.common.keeping.manifest import BLOCK, Manifest, measure, read
from taoli.common.keeping.sealing import Opener, Sealer, damaged

MANIFEST = "manifest.json"
DATABASE = "database"
FILES = "files/"


def write(part: Path, key: Key, manifest: Manifest, members: Mapping[str, Path]) -> Manifest:
    """Write and sync the archive; returns the manifest with size and hash of every member."""
    whole = dataclasses.replace(manifest, members={name: measure(file) for name, file in members.items()})
    head = {"created_at": whole.created_at, "version": whole.version, "label": whole.label, "vendor": whole.vendor}
    with part.open("xb") as out:
        part.chmod(0o600)
        sealer = Sealer(out, key, head)
        with (
            gzip.GzipFile(fileobj=sealer, mode="wb", compresslevel=3, mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
        ):
            _add(tar, MANIFEST, io.BytesIO(whole.as_bytes()), len(whole.as_bytes()))
            for name, file in members.items():
                with file.open("rb") as handle:
                    _add(tar, name, handle, whole.members[name][0])
        sealer.finish()
        out.flush()
        os.fsync(out.fileno())
    return whole


def _add(tar: tarfile.TarFile, name: str, handle: IO[bytes], size: int) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    tar.addfile(info, handle)


def check(file: Path, key: Key) -> Manifest:
    """Read a backup to its end and compare every member; TaoliError when anything is not as it was written."""
    return _read(file, key, None)


def unpack(file: Path, key: Key, folder: Path) -> Manifest:
    """Write the members of a backup into a folder, each compared with the manifest."""
    return _read(file, key, folder)


def _read(file: Path, key: Key, folder: Path | None) -> Manifest:
    with file.open("rb") as source, _reading():
        opener = Opener(source, key)
        with gzip.GzipFile(fileobj=opener, mode="rb") as packed, tarfile.open(fileobj=packed, mode="r|") as tar:
            manifest: Manifest | None = None
            seen = set()
            for info in tar:
                handle = tar.extractfile(info)
                if handle is None:
                    raise damaged()
                if manifest is None:
                    manifest = _manifest(info, handle)
                    continue
                name = safe(info.name)
                if _copy(handle, folder / name if folder else None) != manifest.members.get(info.name):
                    raise damaged()
                seen.add(info.name)
            while packed.read(BLOCK):
                pass
        while opener.read(BLOCK):
            pass
    if manifest is None or seen != manifest.members.keys():
        raise damaged()
    return manifest


@contextlib.contextmanager
def _reading() -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, zlib.error, EOFError, gzip.BadGzipFile):
        raise damaged() from None


def _manifest(info: tarfile.TarInfo, handle: IO[bytes]) -> Manifest:
    if info.name != MANIFEST:
        raise damaged()
    return read(handle.read())


def safe(name: str) -> str:
    """Return a member's name when it stays inside its folder; TaoliError otherwise."""
    path = PurePath(name)
    if not path.parts or path.is_absolute() or path.drive or ".." in path.parts:
        raise damaged()
    return name


def _copy(handle: IO[bytes], target: Path | None) -> list[object]:
    total, size = hashlib.sha256(), 0
    with contextlib.ExitStack() as stack:
        out = None
        if target:
            target.parent.mkdir(parents=True, exist_ok=True)
            out = stack.enter_context(target.open("xb"))
        while block := handle.read(BLOCK):
            total.update(block)
            size += len(block)
            if out:
                out.write(block)
    return [size, total.hexdigest()]

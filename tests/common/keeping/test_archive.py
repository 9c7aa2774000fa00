"""Only an archive that is wholly ours is read."""

import dataclasses
import gzip
import io
import json
import tarfile
from pathlib import Path

import pytest

from taoli.common.errors import TaoliError
from taoli.common.keeping import archive
from taoli.common.keeping.keys import Key
from taoli.common.keeping.manifest import Manifest
from taoli.common.keeping.sealing import Sealer

KEY = Key(b"k" * 32)
MANIFEST = Manifest(
    vendor="sqlite",
    label="",
    created_at="2026-11-23T02:05:00+00:00",
    version="0.1.0",
    migrations=[],
    tables={},
    state_hash="",
    audit={},
    audit_key="",
)


def sealed(folder: Path, data: bytes) -> Path:
    file = folder / "forged.backup"
    with file.open("wb") as out:
        sealer = Sealer(out, KEY, {"created_at": ""})
        sealer.write(data)
        sealer.finish()
    return file


def packed(*members: tuple[str, bytes | None]) -> bytes:
    """A compressed tar; a member without bytes is a folder."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.type = tarfile.DIRTYPE if data is None else tarfile.REGTYPE
            info.size = len(data or b"")
            tar.addfile(info, io.BytesIO(data or b""))
    return gzip.compress(out.getvalue())


def manifest(**members: list[object]) -> tuple[str, bytes]:
    named = {name.replace("__", "/"): value for name, value in members.items()}
    return "manifest.json", dataclasses.replace(MANIFEST, members=named).as_bytes()


EMPTY = [0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]
FORGED = {
    "no gzip": b"just text",
    "no tar": gzip.compress(b"just text" * 500),
    "nothing": packed(),
    "no manifest": packed(("database", b"")),
    "no json": packed(("manifest.json", b"{")),
    "other fields": packed(("manifest.json", json.dumps({"colour": "red"}).encode())),
    "a member missing": packed(manifest(database=EMPTY)),
    "a member too many": packed(manifest(), ("database", b"")),
    "a member changed": packed(manifest(database=EMPTY), ("database", b"x")),
    "a folder": packed(manifest(), ("database", None)),
    "a way out": packed(("manifest.json", manifest(**{"..__x": EMPTY})[1]), ("../x", b"")),
    "a whole path": packed(("manifest.json", manifest(__x=EMPTY)[1]), ("/x", b"")),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_archive_is_refused(tmp_path: Path, name: str) -> None:
    file = sealed(tmp_path, FORGED[name])
    with pytest.raises(TaoliError):
        archive.check(file, KEY)
    with pytest.raises(TaoliError):
        archive.unpack(file, KEY, tmp_path / "out")
    assert not (tmp_path / "x").exists()


def test_a_true_archive_is_read(tmp_path: Path) -> None:
    file = sealed(tmp_path, packed(manifest(database=EMPTY), ("database", b"")))
    assert archive.check(file, KEY).members == {"database": EMPTY}
    assert archive.unpack(file, KEY, tmp_path / "out").moment == "2026-11-23 10:05"
    assert (tmp_path / "out" / "database").read_bytes() == b""


def test_names_stay_inside_their_folder() -> None:
    assert archive.safe("files/forms/对接表: 新.docx") == "files/forms/对接表: 新.docx"

"""A package of two invented students, and ways to spoil it, for tests."""

import datetime as dt
import hashlib
import io
import json
import uuid
import zipfile
from collections.abc import Callable
from typing import Any

from taoli.engine.package import (
    REQUIRED,
    Built,
    Entry,
    Farewell,
    Manifest,
    Mark,
    Person,
    Receiver,
    Restricted,
    SchoolKeys,
    Section,
    StudentFile,
    Trust,
    build,
    new_keys,
    public_keys,
)
from taoli.engine.package.sealing import signature
from taoli.engine.package.shapes import RestrictedLine
from taoli.engine.package.writing import SIGNED, Heading, canonical

ID = uuid.UUID("01931f00-0000-7000-8000-000000000001")
TODAY = dt.date(2026, 11, 23)
NOW = dt.datetime(2026, 11, 23, 10, 5, tzinfo=dt.timezone(dt.timedelta(hours=8)))
PICTURE = "files/" + "a" * 32 + ".jpg"


def drawer(seed: str) -> Callable[[int], bytes]:
    """Return a source of bytes that is the same each time."""
    count = iter(range(1_000_000))
    return lambda length: hashlib.shake_256(f"{seed}{next(count)}".encode()).digest(length)


ALPHA, BETA, STRANGER = (new_keys(drawer(name)) for name in ("alpha", "beta", "stranger"))


def student(name: str = "林子涵", **more: Any) -> StudentFile:
    """A student with one line and a picture."""
    line = Entry(on=TODAY, kind="谈话", text="11月3日，在校：谈了读书。", by="王老师", files=(PICTURE,))
    sections = [Section(key=key, title=key, entries=(line,) if key == "contacts" else ()) for key in REQUIRED]
    said: dict[str, Any] = {
        "person": Person(name=name, number="S001", birthday=dt.date(2011, 3, 4)),
        "strengths": ("耐心", "爱读书"),
        "farewell": Farewell(text="她愿意先听再说。", by="王老师", on=TODAY),
        "sections": tuple(sections),
        "attention": (Mark(since=TODAY, until=dt.date(2027, 2, 1)),),
    }
    return StudentFile(**(said | more))


def heading(**more: Any) -> Heading:
    """From alpha to beta, for sixty days."""
    receiver = Receiver(code="beta", name="乙校", person="教导处 何老师", box_key=public_keys(BETA)[1])
    said: dict[str, Any] = {
        "id": ID,
        "created": NOW,
        "expires": dt.date(2027, 1, 22),
        "reply_by": dt.date(2026, 12, 7),
        "scope": "class",
        "sender": ("alpha", "甲校"),
        "receiver": receiver,
    }
    return Heading(**(said | more))


def packed(
    *students: StudentFile, keys: SchoolKeys = ALPHA, restricted: bool = True, files: Any = None, **more: Any
) -> Built:
    """A package; two students unless others are named."""
    line = RestrictedLine(student=1, text="住处不宜外传", reason="家校联系需要")
    return build(
        heading(**more),
        students or (student(), student("周一诺")),
        keys=keys,
        draw=drawer("build"),
        files={PICTURE: b"picture"} if files is None else files,
        restricted=Restricted(lines=(line,)) if restricted else None,
    )


def trust(**more: Any) -> Trust:
    """What beta knows."""
    said: dict[str, Any] = {"senders": {public_keys(ALPHA)[0]: "alpha"}, "keys": BETA, "on": TODAY}
    return Trust(**(said | more))


def entries(data: bytes) -> dict[str, bytes]:
    """What stands in the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(found: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """A file of entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in found.items():
            file.writestr(name, data)
    return out.getvalue()


def rewritten(data: bytes, keys: SchoolKeys = ALPHA, *, plain: bool = False, **fields: Any) -> bytes:
    """The package with other words in its manifest, signed anew."""
    found = entries(data)
    manifest = json.loads(found["manifest.json"]) | fields
    text = json.dumps(manifest).encode() if plain else canonical(manifest)
    return zipped(found | {"manifest.json": text, "manifest.sig": signature(keys.sign, SIGNED, text)})


def manifest_of(data: bytes) -> Manifest:
    """The manifest of a file."""
    return Manifest.model_validate_json(entries(data)["manifest.json"])

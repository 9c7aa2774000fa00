"""What a backup says of itself, so that a restore can be checked against it."""

import dataclasses
import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connections
from django.utils import timezone

import taoli
from taoli.common import clock
from taoli.common.keeping import other
from taoli.common.keeping.keys import audit_key_number
from taoli.common.keeping.sealing import damaged
from taoli.common.state import state_hash

FORMAT = 1
BLOCK = 1024 * 1024


@dataclass(frozen=True)
class Manifest:
    """Version, moment, contents: rows by table, last audit entry by school, size and SHA-256 by member."""

    vendor: str
    label: str
    created_at: str
    version: str
    migrations: list[list[str]]
    tables: dict[str, int]
    state_hash: str  # empty when the database was behind the code
    audit: dict[str, list[Any]]
    audit_key: str
    members: dict[str, list[Any]] = field(default_factory=dict)
    format: int = FORMAT

    def as_bytes(self) -> bytes:
        """Return the JSON."""
        return json.dumps(dataclasses.asdict(self), ensure_ascii=False, sort_keys=True).encode()

    @property
    def moment(self) -> str:
        """Return when it was made, in this server's time."""
        return timezone.localtime(dt.datetime.fromisoformat(self.created_at)).strftime("%Y-%m-%d %H:%M")


def read(data: bytes) -> Manifest:
    """Return the manifest of a backup; TaoliError when it is none of ours."""
    try:
        return Manifest(**json.loads(data))
    except (ValueError, TypeError):
        raise damaged() from None


def made_of(alias: str, *, label: str) -> Manifest:
    """Describe the database behind an alias, still without members."""
    current = other.is_current(alias)
    return Manifest(
        vendor=connections[alias].vendor,
        label=label,
        created_at=clock.now().isoformat(),
        version=taoli.__version__,
        migrations=[list(one) for one in other.applied(alias)],
        tables=other.counts(alias),
        state_hash=state_hash(alias) if current else "",
        audit=audit_heads(alias),
        audit_key=audit_key_number(),
    )


def audit_heads(alias: str) -> dict[str, list[Any]]:
    """Return number and hash of the last audit entry of each school, by its code."""
    sql = "SELECT s.code, h.seq, h.hash FROM common_audithead h JOIN common_school s ON s.id = h.school_id"
    return {code: [seq, digest] for code, seq, digest in other.rows(alias, sql)}


def measure(file: Path) -> list[Any]:
    """Return size and SHA-256 of a file."""
    total = hashlib.sha256()
    with file.open("rb") as handle:
        while block := handle.read(BLOCK):
            total.update(block)
    return [file.stat().st_size, total.hexdigest()]

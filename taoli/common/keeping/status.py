"""How the last backup and the last drill went: a small file outside the database, so that no restore rewrites it."""

import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from taoli.common import clock


@dataclass(frozen=True, slots=True)
class Outcome:
    """When something was last done, whether it went well, and what was said."""

    at: dt.datetime
    good: bool
    file: str
    message: str


def _file() -> Path:
    return Path(settings.DATA) / "keeping.json"


def _all() -> dict[str, dict[str, object]]:
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def record(what: str, *, good: bool, file: str = "", message: str = "") -> None:
    """Remember the outcome of a `backup` or a `drill`."""
    one = asdict(Outcome(clock.now(), good, file, message)) | {"at": clock.now().isoformat()}
    path = _file()
    new = path.with_suffix(".new")
    new.write_text(json.dumps(_all() | {what: one}, ensure_ascii=False), encoding="utf-8")
    new.replace(path)


def last(what: str) -> Outcome | None:
    """Return the last outcome, None when there was none or the file cannot be read."""
    one = _all().get(what)
    try:
        at = dt.datetime.fromisoformat(str(one["at"])) if one else None
        return Outcome(at, bool(one["good"]), str(one["file"]), str(one["message"])) if one and at else None
    except (KeyError, ValueError):
        return None

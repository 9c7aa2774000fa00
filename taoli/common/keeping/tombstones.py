"""Who was shut out, kept outside the database: an older backup must not let them in again.

One JSON line for each closing or opening of an account: ids and moments, no names. The file lies in the data folder;
each backup carries it and leaves a copy beside itself, and a restore reads all three.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model

from taoli.common import clock

NAME = "tombstones.jsonl"


def file() -> Path:
    """Return where they are kept."""
    return Path(settings.DATA) / NAME


def note(account_id: object, *, closed: bool) -> None:
    """Add a line and sync it; called inside the transaction, so that without the line nothing is changed."""
    line = json.dumps({"account": str(account_id), "closed": closed, "at": clock.now().isoformat()})
    path = file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as out:
        out.write(line + "\n")
        out.flush()
        os.fsync(out.fileno())


def gathered(places: Iterable[Path]) -> list[str]:
    """Return the lines of several files, each once, in the order of their moments; half-written lines are dropped."""
    lines = {line for place in places if place.exists() for line in place.read_text(encoding="utf-8").splitlines()}
    return sorted((line for line in lines if _moment(line)), key=_moment)


def _moment(line: str) -> str:
    try:
        one = json.loads(line)
        return str(one["at"]) if {"account", "closed"} <= one.keys() else ""
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""


def shut_out(lines: Iterable[str], alias: str) -> int:
    """Close every account whose last line says so and that is open; returns how many."""
    last = {one["account"]: one["closed"] for one in map(json.loads, lines)}
    closed = [account for account, shut in last.items() if shut]
    accounts = get_user_model()._base_manager.using(alias)
    return sum(
        accounts.filter(pk__in=closed[start : start + 400], is_active=True).update(is_active=False)
        for start in range(0, len(closed), 400)
    )

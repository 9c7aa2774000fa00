"""Room on the disks, and a scratch folder that is gone afterwards."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping.other import rows

RESERVE = 200 * 1024 * 1024
MIB = 1024 * 1024
STALE = 24 * 60 * 60
PREFIX = "scratch-"


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """Yield a folder beside the data that only its owner can read; removed in any case.

    What a killed process left goes a day later.
    """
    data = Path(settings.DATA)
    data.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=data))
    now = folder.stat().st_mtime  # the disk's own clock, by which the others are dated, too
    for left in data.glob(f"{PREFIX}*"):
        if left.stat().st_mtime < now - STALE:
            shutil.rmtree(left, ignore_errors=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def database_bytes(alias: str = "default") -> int:
    """Return the size of the database."""
    if connections[alias].vendor == "sqlite":
        return int(rows(alias, "PRAGMA page_count")[0][0]) * int(rows(alias, "PRAGMA page_size")[0][0])
    return int(rows(alias, "SELECT pg_database_size(current_database())")[0][0])


def need(folder: Path, size: int) -> None:
    """Refuse with a sentence when the disk of a folder has no room for so many bytes and a reserve."""
    free = shutil.disk_usage(folder).free
    if free < size + RESERVE:
        raise TaoliError(
            _("Not enough room on the disk of %(folder)s: %(free)s MB free, %(need)s MB needed. Nothing was changed.")
            % {"folder": folder, "free": free // MIB, "need": (size + RESERVE) // MIB}
        )

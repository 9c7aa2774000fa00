"""An uploaded workbook is a zip: looked at from outside before anything is unpacked."""

import io
import zipfile

from taoli.roster.readers.problem import RefusedError

MEGABYTE = 1024 * 1024
MOST_BYTES = 10 * MEGABYTE
MOST_ENTRIES = 1000
MOST_UNPACKED = 150 * MEGABYTE
MOST_RATIO = 200
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


def check_archive(data: bytes) -> None:
    """Raise RefusedError when the file is too big, no .xlsx, or unpacks to far more than it should."""
    if len(data) > MOST_BYTES:
        raise RefusedError("too_big", size=f"{len(data) / MEGABYTE:.1f}", most=MOST_BYTES // MEGABYTE)
    if data.startswith(OLD_OR_LOCKED):
        raise RefusedError("old_or_locked")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise RefusedError("not_workbook") from None
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise RefusedError("not_workbook")
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise RefusedError("packed")
    if any(_swells(entry) for entry in entries):
        raise RefusedError("packed")


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > MEGABYTE and entry.file_size > MOST_RATIO * max(1, entry.compress_size)

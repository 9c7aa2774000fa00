"""Making backups and letting old ones go."""

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.keeping import archive, other, status, tombstones
from taoli.common.keeping.keys import Key, backup_key, keep_audit_key
from taoli.common.keeping.manifest import Manifest, made_of
from taoli.common.keeping.snapshot import taken
from taoli.common.keeping.space import STALE, database_bytes, need, scratch

SUFFIX = ".backup"
OWN_FOLDERS = ("media", "forms")  # what schools put into the data folder besides the database
DAY, MONTH = len("20261123"), len("202611")
MONTHS = 12
WHOLE_DAYS = 2
SAFETY_KEPT = 5


@dataclass(frozen=True, slots=True)
class Made:
    """A finished backup and the old ones that went."""

    file: Path
    manifest: Manifest
    removed: tuple[Path, ...]


def back_up(*, to: Path | None = None, label: str = "", keep: int = 14) -> Made:
    """Write one sealed backup, read it back and only then take its name; let old ones of the folder go.

    TaoliError with a sentence when there is no room, no database or the file does not read back; nothing half remains.
    """
    folder = (to or Path(settings.BACKUPS)).absolute()
    try:
        made = _back_up(folder, label, keep)
    except (TaoliError, OSError) as error:
        if not label:
            status.record("backup", good=False, message=str(error))
        if isinstance(error, TaoliError):
            raise
        raise TaoliError(_("The backup could not be written: %(why)s") % {"why": error}) from error
    if not label:
        status.record("backup", good=True, file=str(made.file))
    return made


def _back_up(folder: Path, label: str, keep: int) -> Made:
    if "common_school" not in other.tables("default"):
        raise TaoliError(_("There is no database to back up yet."))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    sweep(folder)
    key = backup_key(make=True)
    keep_audit_key()
    members = own_files()
    size = database_bytes() + sum(file.stat().st_size for file in members.values())
    with scratch() as aside:
        need(aside, size)
        need(folder, size)
        (aside / tombstones.NAME).write_text(_tombstones(folder), encoding="utf-8")
        with taken(aside) as moment:
            manifest = made_of(moment.alias, label=label)
        whole = {archive.DATABASE: moment.file, tombstones.NAME: aside / tombstones.NAME, **members}
        file = _write(folder, key, manifest, whole)
    removed = () if label else tuple(let_go(folder, keep))  # a safety copy never costs the backup it guards
    return Made(file, manifest, removed)


def _tombstones(folder: Path) -> str:
    lines = tombstones.gathered([tombstones.file(), folder / tombstones.NAME])
    text = "".join(f"{line}\n" for line in lines)
    (folder / tombstones.NAME).write_text(text, encoding="utf-8")
    return text


def _write(folder: Path, key: Key, manifest: Manifest, members: dict[str, Path]) -> Path:
    moment = timezone.localtime(clock.now()).strftime("%Y%m%d-%H%M%S")
    name = f"taoli-{moment}{f'-{manifest.label}' if manifest.label else ''}-{os.urandom(3).hex()}"
    part = folder / f"{name}.part"
    try:
        archive.write(part, key, manifest, members)
        archive.check(part, key)
        return part.rename(folder / f"{name}{SUFFIX}")
    finally:
        part.unlink(missing_ok=True)


def own_files() -> dict[str, Path]:
    """Return the schools' own files in the data folder by their names in the archive."""
    data = Path(settings.DATA)
    found = (file for name in OWN_FOLDERS for file in sorted((data / name).rglob("*")) if file.is_file())
    return {f"{archive.FILES}{file.relative_to(data).as_posix()}": file for file in found}


def sweep(folder: Path) -> None:
    """Remove what a killed backup left behind a day ago or earlier."""
    for part in folder.glob("taoli-*.part"):
        if part.stat().st_mtime < time.time() - STALE:
            part.unlink(missing_ok=True)


def backups(folder: Path) -> list[Path]:
    """Return the backups of a folder, the newest first."""
    found = folder.glob(f"taoli-*{SUFFIX}")
    return sorted(found, key=lambda file: (_moment(file), file.stat().st_mtime_ns), reverse=True)


def _moment(file: Path) -> str:
    return "-".join(file.name.split("-")[1:3])


def _is_safety(file: Path) -> bool:
    return "-before-" in file.name


def let_go(folder: Path, keep: int) -> Iterable[Path]:
    """Remove old ones: all of the two newest days, the newest of `keep` days and of twelve months stay, five copies."""
    there = backups(folder)
    nightly = [file for file in there if not _is_safety(file)]
    kept = set([file for file in there if _is_safety(file)][:SAFETY_KEPT])
    for length, number in ((DAY, keep), (MONTH, MONTHS)):
        newest: dict[str, Path] = {}
        for file in nightly:
            newest.setdefault(_moment(file)[:length], file)
        kept |= set(list(newest.values())[:number])
    recent = sorted({_moment(file)[:DAY] for file in nightly})[-WHOLE_DAYS:]
    kept |= {file for file in nightly if _moment(file)[:DAY] in recent}
    for file in there:
        if file not in kept:
            file.unlink()
            yield file

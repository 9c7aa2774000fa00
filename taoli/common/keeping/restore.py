"""Putting a backup back, checked from the seal to the last row; what was there before is kept aside first."""

import contextlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connections, transaction
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping import archive, other, tombstones
from taoli.common.keeping.backup import back_up
from taoli.common.keeping.guarded import guarded
from taoli.common.keeping.keys import backup_key, bring_back_audit_key
from taoli.common.keeping.manifest import Manifest
from taoli.common.keeping.proof import Proof, prove, prove_chain
from taoli.common.keeping.snapshot import put
from taoli.common.keeping.space import need, scratch
from taoli.common.models import School
from taoli.common.policy import system
from taoli.common.unit import change


@dataclass(frozen=True)
class Place:
    """Where a backup goes: an alias, the folder for the files, and how a process of its own finds the database."""

    alias: str
    data: Path
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Restored:
    """What was restored and compared, how many were shut out again, and where the former state lies."""

    manifest: Manifest
    proof: Proof
    shut_out: int
    safety: Path | None


def restore(file: Path) -> Restored:
    """Put a backup in place of this server's database; TaoliError when key, file, version or outcome is wrong.

    The former state is backed up first, and put back when anything fails.
    """
    place = Place("default", Path(settings.DATA), {})
    with scratch() as aside:
        manifest = unpacked(file, aside / "backup")
        safety = back_up(label="before-restore").file if other.tables("default") else None
        with guarded(aside / "former"):
            proof = settle(aside / "backup", manifest, place)
            shut = renew(place.alias, [file.parent, aside / "backup"])
            _say_so(file, manifest)
        lay_out(aside / "backup" / archive.FILES, place.data)
    return Restored(manifest, proof, shut, safety)


def restore_apart(file: Path, conf: Mapping[str, Any], data: Path, environment: Mapping[str, str]) -> Restored:
    """Put a backup into another, empty database; this server's own is not touched."""
    with scratch() as aside, other.opened(conf) as alias:
        if other.tables(alias):
            raise TaoliError(_("The database to restore into is not empty. Nothing was changed."))
        manifest = unpacked(file, aside / "backup")
        proof = settle(aside / "backup", manifest, Place(alias, data, environment))
        shut = renew(alias, [file.parent, aside / "backup"])
        lay_out(aside / "backup" / archive.FILES, data)
    return Restored(manifest, proof, shut, None)


def unpacked(file: Path, folder: Path) -> Manifest:
    """Open a backup into a folder; TaoliError when the key, the file or the version forbids it."""
    if not file.is_file():
        raise TaoliError(_("There is no backup at %(file)s.") % {"file": file})
    key = backup_key(make=False)
    need(Path(settings.DATA), 12 * file.stat().st_size)
    folder.mkdir()
    manifest = archive.unpack(file, key, folder)
    newer = sorted({(app, name) for app, name in manifest.migrations} - other.known())
    if newer:
        raise TaoliError(
            _("This backup is of a newer Taoli (%(theirs)s, %(step)s). Bring the program up to date first.")
            % {"theirs": manifest.version, "step": ".".join(newer[0])}
        )
    return manifest


def settle(folder: Path, manifest: Manifest, place: Place) -> Proof:
    """Load, compare, bring up to date, walk the audit chain; TaoliError with the faults when something differs."""
    vendor = connections[place.alias].vendor
    if vendor != manifest.vendor:
        raise TaoliError(
            _("This backup is of %(theirs)s, the database is %(ours)s. Restore it there, then use move_database.")
            % {"theirs": manifest.vendor, "ours": vendor}
        )
    bring_back_audit_key(manifest.audit_key)
    put(folder / archive.DATABASE, place.alias)
    proof = Proof()
    prove(place.alias, manifest, proof)
    if not proof.bad and not other.is_current(place.alias):
        migrate(place)
        proof.good.append(_("Brought up to date from version %(old)s") % {"old": manifest.version})
    if not proof.bad:
        prove_chain(place.alias, proof)
    if proof.bad:
        raise TaoliError(_("The restored state is not what was backed up: %(why)s.") % {"why": "; ".join(proof.bad)})
    return proof


def migrate(place: Place) -> None:
    """Bring a database up to this code: the one in use here, another in a process of its own."""
    if place.alias == "default":
        call_command("migrate", verbosity=0, interactive=False)
    else:
        connections[place.alias].close()
        other.migrate_apart(place.environment)


def renew(alias: str, folders: list[Path]) -> int:
    """End every session and shut out again whoever was shut out since; returns how many accounts that were."""
    Session.objects.using(alias).all().delete()
    lines = tombstones.gathered([tombstones.file(), *(folder / tombstones.NAME for folder in folders)])
    with transaction.atomic(using=alias):
        return tombstones.shut_out(lines, alias)


def _say_so(file: Path, manifest: Manifest) -> None:
    for school in School.objects.order_by("pk"):
        by = system(school.pk)
        with change(by=by, action="backup.restore", file=file.name, made=manifest.created_at):
            pass


def lay_out(files: Path, data: Path) -> None:
    """Put the schools' own files into the data folder; what is there and not in the backup stays."""
    if files.exists():
        data.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            shutil.copytree(files, data, dirs_exist_ok=True)

"""What can be known of this server from inside."""

import datetime as dt
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from taoli.common import clock
from taoli.common.databases import SQLITE_VERSION
from taoli.common.keeping import certificate, other, space, status
from taoli.common.sqlite_gate import safe_for_wal


@dataclass(frozen=True)
class Facts:
    """Settings, database, disks, backups, worker, clock at one moment."""

    place: str
    https: bool
    demo: bool
    debug: bool
    hosts: tuple[str, ...]
    certificate_until: dt.datetime | None
    secret_given: bool
    keys_apart: bool
    vendor: str
    version: tuple[int, ...]
    wal_safe: bool
    journal: str
    synchronous: str
    current: bool
    database_bytes: int
    free_bytes: int
    backup: status.Outcome | None
    backup_there: bool
    backup_same_disk: bool
    drill: status.Outcome | None
    zone: str
    now: dt.datetime
    at_once: bool
    waiting: int
    waiting_since: dt.datetime | None
    last_finished: dt.datetime | None


def gather() -> Facts:
    """Look at the server; a handful of short queries, no school's rows."""
    data = Path(settings.DATA).absolute()
    connection = connections["default"]
    sqlite = connection.vendor == "sqlite"
    backup = status.last("backup")
    backup_there = bool(backup and backup.good and Path(backup.file).exists())
    ready = DBTaskResult.objects.filter(status="READY")
    finished = DBTaskResult.objects.exclude(finished_at=None).order_by("-finished_at")
    # The worker's times are real ones, also in the demo, whose own clock stands still.
    overdue = ready.filter(enqueued_at__lt=timezone.now() - dt.timedelta(minutes=2)).order_by("enqueued_at")
    return Facts(
        place=settings.PLACE,
        https=settings.HTTPS,
        demo=settings.DEMO,
        debug=settings.DEBUG,
        hosts=tuple(settings.ALLOWED_HOSTS),
        certificate_until=certificate.expires(),
        secret_given=bool(os.environ.get("TAOLI_SECRET_KEY")),
        keys_apart=data not in (Path(settings.KEYS).absolute(), *Path(settings.KEYS).absolute().parents),
        vendor=connection.vendor,
        version=SQLITE_VERSION if sqlite else _postgres_version(),
        wal_safe=safe_for_wal(SQLITE_VERSION),
        journal=str(other.rows("default", "PRAGMA journal_mode")[0][0]) if sqlite else "",
        synchronous=_synchronous(sqlite=sqlite),
        current=other.is_current("default"),
        database_bytes=space.database_bytes(),
        free_bytes=shutil.disk_usage(_standing(data)).free,
        backup=backup,
        backup_there=backup_there,
        backup_same_disk=bool(backup and backup_there and _disk(Path(backup.file)) == _disk(data)),
        drill=status.last("drill"),
        zone=settings.TIME_ZONE,
        now=clock.now(),
        at_once="immediate" in settings.TASKS["default"]["BACKEND"],
        waiting=overdue.count(),
        waiting_since=overdue.values_list("enqueued_at", flat=True).first(),
        last_finished=finished.values_list("finished_at", flat=True).first(),
    )


def _standing(path: Path) -> Path:
    """Return the path, or the nearest folder above it that exists."""
    return next(one for one in (path, *path.parents) if one.exists())


def _disk(path: Path) -> int:
    return _standing(path).stat().st_dev


def _postgres_version() -> tuple[int, ...]:
    number = int(other.rows("default", "SHOW server_version_num")[0][0])
    return (number // 10000, number % 10000)


def _synchronous(*, sqlite: bool) -> str:
    if sqlite:
        return {0: "off", 1: "normal", 2: "on", 3: "on"}[int(other.rows("default", "PRAGMA synchronous")[0][0])]
    return str(other.rows("default", "SHOW synchronous_commit")[0][0])

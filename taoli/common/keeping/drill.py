"""Restoring the newest backup aside, to know that it can be done."""

import contextlib
import secrets
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping import other, status
from taoli.common.keeping.backup import backups
from taoli.common.keeping.proof import Proof
from taoli.common.keeping.restore import Place, settle, unpacked
from taoli.common.keeping.space import scratch


@dataclass(frozen=True)
class Drilled:
    """The backup that was tried, what was compared, and how long it took."""

    file: Path
    proof: Proof
    seconds: float


def drill(folder: Path | None = None) -> Drilled:
    """Restore the newest backup of a folder into a scratch place and check it; TaoliError with the faults."""
    began = time.monotonic()
    name = ""
    try:
        file = newest(folder or Path(settings.BACKUPS))
        name = str(file)
        with scratch() as aside:
            manifest = unpacked(file, aside / "backup")
            with scratch_database(aside) as (conf, environment), other.opened(conf) as alias:
                proof = settle(aside / "backup", manifest, Place(alias, aside, environment))
    except (TaoliError, OSError) as error:
        status.record("drill", good=False, file=name, message=str(error))
        raise TaoliError(str(error)) from error
    status.record("drill", good=True, file=name)
    return Drilled(file, proof, time.monotonic() - began)


def newest(folder: Path) -> Path:
    """Return the newest backup of a folder; TaoliError when there is none."""
    found = backups(folder)
    if not found:
        raise TaoliError(_("There is no backup to try in %(folder)s.") % {"folder": folder})
    return found[0]


@contextlib.contextmanager
def scratch_database(folder: Path) -> Iterator[tuple[Mapping[str, Any], dict[str, str]]]:
    """Yield settings and environment of an empty database that is gone afterwards."""
    if connections["default"].vendor == "sqlite":
        file = folder / "drill.sqlite3"
        yield other.file_settings(file), {"TAOLI_DATABASE": f"sqlite:///{file}"}
        return
    name = f"taoli_drill_{secrets.token_hex(4)}"
    with other.opened(other.same_settings(), "keeper") as keeper:
        _execute(keeper, f'CREATE DATABASE "{name}"')
        try:
            conf = other.same_settings() | {"NAME": name}
            yield conf, {"TAOLI_DATABASE": address(conf)}
        finally:
            _execute(keeper, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _execute(alias: str, sql: str) -> None:
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError as error:
        raise TaoliError(
            _("A scratch database is needed: let the account of Taoli make databases (ALTER ROLE … CREATEDB). %(why)s")
            % {"why": error}
        ) from error


def address(conf: Mapping[str, Any]) -> str:
    """Return the address of a PostgreSQL database as TAOLI_DATABASE takes it."""
    who = quote(str(conf.get("USER") or ""), safe="")
    if conf.get("PASSWORD"):
        who += ":" + quote(str(conf["PASSWORD"]), safe="")
    port = f":{conf['PORT']}" if conf.get("PORT") else ""
    query = urlencode({"host": conf.get("HOST") or "", "pool": "no"})
    return f"postgresql://{who}@{port}/{conf['NAME']}?{query}"

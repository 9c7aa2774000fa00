"""PostgreSQL by its own programs: pg_dump, pg_restore, psql."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping.other import run

FOLDERS = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql*/bin",
    "Program Files/PostgreSQL/*/bin",
)
# Everything of ours goes; what extensions own stays.
EMPTY = """
DO $$ DECLARE it record; BEGIN
  FOR it IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP TABLE public.%I CASCADE', it.name);
  END LOOP;
  FOR it IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
    EXECUTE format('DROP FUNCTION %s CASCADE', it.name);
  END LOOP;
END $$;
"""


def program(name: str) -> str:
    """Return the path of one of PostgreSQL's programs, the newest; TaoliError when this machine has none."""
    found = shutil.which(name)
    if found is None:
        root = Path(Path.cwd().anchor)
        places = [file for folder in FOLDERS for file in root.glob(f"{folder}/{name}*") if file.stem == name]
        found = str(max(places)) if places else None
    if found is None:
        raise TaoliError(
            _("%(program)s is not on this machine. Install PostgreSQL's client programs (Debian: postgresql-client).")
            % {"program": name}
        )
    return found


def environment(conf: Mapping[str, Any]) -> dict[str, str]:
    """Return where and as whom the programs connect; the password never stands on a command line."""
    names = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}
    found = {variable: str(conf[name]) for name, variable in names.items() if conf.get(name)}
    return {**found, "PGCONNECT_TIMEOUT": "20", "PGOPTIONS": "-c lock_timeout=20s"}


def dump(conf: Mapping[str, Any], file: Path, snapshot: str) -> None:
    """Write the database as it was at an exported snapshot into a file."""
    command = [program("pg_dump"), "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}"]
    run([*command, f"--file={file}"], environment(conf))


def load(conf: Mapping[str, Any], file: Path) -> None:
    """Put a dump in place of everything in the database, in one transaction: all or nothing."""
    script, empty = file.with_suffix(".sql"), file.with_suffix(".empty.sql")
    empty.write_text(EMPTY)
    run(
        [program("pg_restore"), "--no-owner", "--no-privileges", f"--file={script}", str(file)],
        environment(conf),
    )
    _psql(conf, empty, script)


def clear(conf: Mapping[str, Any], folder: Path) -> None:
    """Take everything of ours out of the database."""
    empty = folder / "empty.sql"
    empty.write_text(EMPTY)
    _psql(conf, empty)


def _psql(conf: Mapping[str, Any], *files: Path) -> None:
    command = [program("psql"), "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
    run([*command, *(f"--file={file}" for file in files)], environment(conf))

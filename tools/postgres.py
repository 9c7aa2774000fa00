"""A private PostgreSQL server for the tests: own folder, own socket, no network, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# Nothing of a test database must survive a power cut.
FAST = "-F -c full_page_writes=off -c synchronous_commit=off -c max_connections=50 -c jit=off"


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """Start a server and yield its address for TAOLI_DATABASE; stop and remove it at the end."""
    user = owner()
    folder = Path(tempfile.mkdtemp(prefix="taoli-pg-"))
    identity: dict[str, Any] = {"cwd": folder}
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        account = pwd.getpwnam(user)
        os.chown(folder, account.pw_uid, account.pw_gid)
        identity |= {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    data, log = str(folder / "data"), str(folder / "log")
    try:
        initdb = [
            str(programs / "initdb"),
            "-D",
            data,
            "-U",
            "taoli",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        ]
        subprocess.run(initdb, check=True, stdout=subprocess.DEVNULL, **identity)
        options = f"{FAST} -c listen_addresses= -k {folder}"
        pg_ctl = [str(programs / "pg_ctl"), "-D", data, "-l", log, "-w"]
        subprocess.run([*pg_ctl, "-o", options, "start"], check=True, stdout=subprocess.DEVNULL, **identity)
        try:
            yield f"postgresql://taoli@/postgres?host={folder}&pool=no"
        finally:
            subprocess.run([*pg_ctl, "-m", "immediate", "stop"], check=True, stdout=subprocess.DEVNULL, **identity)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def owner() -> str:
    """Return who runs the server: the account Debian's package made, if we are root."""
    return "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name

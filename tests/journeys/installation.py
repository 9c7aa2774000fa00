"""An empty installation as a school's own: the named commands, a web server and a job worker. Nothing of `taoli`."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.browser import ROOT, environment, free_port, wait_for
from tests.migrated import lend

MANAGE = [sys.executable, "manage.py"]
PATIENCE = 300  # seconds for one command on a busy machine


@dataclass(frozen=True)
class Installation:
    """Where it answers and where its data lies; no demo."""

    url: str
    data: Path


def settings(data: Path) -> dict[str, str]:
    """Return the environment of an installation that is served without https on this machine."""
    return environment(data) | {"TAOLI_HTTPS": "0", "TAOLI_LOG_LEVEL": "WARNING"}


def manage(place: Installation, *words: str, good: bool = True) -> str:
    """Run `manage.py WORDS` and return what it printed; fail when it fails (or does not, if it should)."""
    done = subprocess.run(
        [*MANAGE, *words],
        cwd=ROOT,
        env=settings(place.data),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode == 0) is good, f"{words}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done.stdout if good else done.stdout + done.stderr


@contextlib.contextmanager
def running_installation(data: Path) -> Iterator[Installation]:
    """Migrate an empty database, start server and worker, end both."""
    data.mkdir(parents=True, exist_ok=True)
    lend(data / "taoli.sqlite3")
    port, log = free_port(), data / "server.log"
    place = Installation(f"http://127.0.0.1:{port}", data)
    manage(place, "migrate", "--verbosity", "0")
    served = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
    commands = [
        [sys.executable, "-m", "granian", *served, "--log-level", "warning", "taoli.config.wsgi:application"],
        [*MANAGE, "db_worker", "--interval", "0.5"],
    ]
    with log.open("wb") as output:
        children = [
            subprocess.Popen(command, cwd=ROOT, env=settings(data), stdout=output, stderr=output)
            for command in commands
        ]
    try:
        wait_for(f"{place.url}/healthz", children[0], log)
        yield place
    finally:
        for child in children:
            child.terminate()
        for child in children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(10)
            child.kill()
            child.wait(10)

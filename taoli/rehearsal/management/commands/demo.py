"""Run the demo: prepare, start web server and job worker, stop both together."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from taoli.common.policy import Role

CLOCK = "2026-11-23T10:05"
LOOPBACK = ("127.0.0.1", "::1", "localhost")
DATABASE = "taoli.sqlite3"
PATIENCE = 10  # seconds for a child to end
ROOT = Path(__file__).resolve().parents[4]
MANAGE = str(ROOT / "manage.py")


class Command(BaseCommand):
    """`manage.py demo` shows Taoli with invented schools on this machine only."""

    help = "Prepare the demo schools and serve them on a loopback address until Ctrl-C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take port and address."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--bind", default="127.0.0.1", help="a loopback address; others are refused")
        parser.add_argument("--no-browser", action="store_true", help="do not open a browser")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Prepare, start both processes, wait until one ends."""
        if options["bind"] not in LOOPBACK:
            msg = f"{options['bind']} is no loopback address. The demo has open doors and is for this machine only."
            raise CommandError(msg)
        environment = self._environment()
        with begun(Path(environment["TAOLI_DATA"])):
            for step in (("migrate", "--verbosity", "0"), ("load_demo",)):
                subprocess.run([sys.executable, MANAGE, *step], check=True, env=environment)  # noqa: S603 our own commands
        address = f"http://{options['bind']}:{options['port']}"
        children = [
            subprocess.Popen(command, env=environment, cwd=ROOT)  # noqa: S603 our own commands
            for command in (self._server(options), [sys.executable, MANAGE, "db_worker", "--interval", "0.5"])
        ]
        self._say(address)
        if not options["no_browser"] and sys.stdout.isatty():
            opener = threading.Timer(2, webbrowser.open, [f"{address}/sign-in/"])
            opener.daemon = True
            opener.start()
        sys.exit(wait(children))

    def _environment(self) -> dict[str, str]:
        fixed = {"TAOLI_DEMO": "1", "TAOLI_DEMO_CLOCK": CLOCK, "TAOLI_HTTPS": "0"}
        fixed["TAOLI_DATA"] = os.environ.get("TAOLI_DATA") or str(ROOT / "data" / "demo")
        return {"TAOLI_LOG_LEVEL": "WARNING", **os.environ, **fixed}

    def _server(self, options: dict[str, Any]) -> list[str]:
        options = {**options, "workers": "2" if (os.cpu_count() or 1) > 1 else "1"}
        flags = {"--interface": "wsgi", "--host": options["bind"], "--port": str(options["port"])}
        flags |= {"--workers": options["workers"], "--blocking-threads": "4", "--log-level": "warning"}
        words = [word for pair in flags.items() for word in pair]
        return [sys.executable, "-m", "granian", *words, "taoli.config.wsgi:application"]

    def _say(self, address: str) -> None:
        self.stdout.write(f"\n桃李演示已就绪 · The demo is ready: {address}/sign-in/")
        for role in (*Role, "small-moral_office", "small-student", "city-officer"):
            self.stdout.write(f"  {role:20} {address}/demo/?role={role}")
        self.stdout.write("Ctrl-C 结束 · ends it\n")


@contextlib.contextmanager
def begun(data: Path) -> Iterator[None]:
    """Begin again from nothing where an earlier first start was cut short: it left half a school behind.

    Only a database that was begun here is removed; one that was there before is never marked.
    """
    data.mkdir(parents=True, exist_ok=True)
    mark = data / "unfinished"
    if mark.exists():
        for part in data.glob(f"{DATABASE}*"):
            part.unlink()
    if not (data / DATABASE).exists():
        mark.touch()
    yield
    mark.unlink(missing_ok=True)


def wait(children: list["subprocess.Popen[bytes]"]) -> int:
    """Wait for Ctrl-C, a termination or the end of one child; end all; return 0 when it was asked for."""
    asked = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        asked.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask)
    while not asked.is_set() and all(child.poll() is None for child in children):
        asked.wait(0.3)
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
    return 0 if asked.is_set() else 1

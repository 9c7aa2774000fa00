"""What the tests in a real browser share: the demo as a newcomer starts it, and Chromium. Nothing of `taoli`."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tools import system

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 240  # seconds for loading the demo school on a busy machine
# Pictures are for people; on a build server nobody looks.
LOOKED_AT = os.environ.get("CI", "").lower() not in {"true", "1"}
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class Demo:
    """A running demo: its address and the folder of its data."""

    url: str
    data: Path


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(data: Path) -> dict[str, str]:
    """Return the environment of a demo in its own folder, without what the tests set for themselves."""
    ours = ("TAOLI_", "DJANGO_SETTINGS_MODULE")
    mine = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return mine | {"TAOLI_DATA": str(data), "PYTHONUNBUFFERED": "1"}


@contextlib.contextmanager
def running_demo(data: Path) -> Iterator[Demo]:
    """Start `manage.py demo` on a folder, wait until it answers, end it as Ctrl-C does."""
    data.mkdir(parents=True, exist_ok=True)
    port, log = free_port(), data / "demo.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port)],
            cwd=ROOT,
            env=environment(data),
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", process, log)
        yield Demo(f"http://127.0.0.1:{port}", data)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(20)


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the address answers; fail with the log when the process ends or takes too long."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        if answers(url):
            return
        time.sleep(0.3)
    pytest.fail(f"the demo did not start:\n{log.read_text(errors='replace')[-4000:]}")


def answers(url: str) -> bool:
    """Say whether a loopback address answers well."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Serve the demo school for all browser tests of a folder."""
    with running_demo(tmp_path_factory.mktemp("demo") / "data") as running:
        yield running


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's Chromium when there is one; root needs --no-sandbox."""
    mine: dict[str, Any] = {"executable_path": system.headless()} if system.headless() else {}
    if os.geteuid() == 0:
        mine["args"] = ["--no-sandbox", "--disable-gpu"]
    return browser_type_launch_args | mine


@pytest.fixture(autouse=True)
def still_clock() -> None:
    """Let time pass: a browser waits by the clock."""


@pytest.fixture(autouse=True)
def school_guard() -> None:
    """Leave the guard to the demo's own process."""

import os
import signal
import subprocess
import sys
import threading
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from taoli.rehearsal.management.commands.demo import begun, wait

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
ENDS = [sys.executable, "-c", "raise SystemExit(3)"]


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.20", "school.example"])  # noqa: S104 refused
def test_an_address_of_the_network_is_refused(address: str) -> None:
    with pytest.raises(CommandError, match="no loopback address"):
        call_command("demo", bind=address)


def test_when_one_process_ends_the_other_is_ended_too() -> None:
    children = [subprocess.Popen(SLEEPS), subprocess.Popen(ENDS)]
    assert wait(children) == 1
    assert children[1].returncode == 3
    assert children[0].returncode == -signal.SIGTERM


def test_a_termination_ends_both() -> None:
    children = [subprocess.Popen(SLEEPS), subprocess.Popen(SLEEPS)]
    threading.Timer(1, os.kill, [os.getpid(), signal.SIGTERM]).start()
    kept = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    try:
        assert wait(children) == 0
    finally:
        signal.signal(signal.SIGTERM, kept[0])
        signal.signal(signal.SIGINT, kept[1])
    assert [child.returncode for child in children] == [-signal.SIGTERM, -signal.SIGTERM]


def test_load_demo_wants_demo_mode() -> None:
    with pytest.raises(CommandError, match="TAOLI_DEMO=1"):
        call_command("load_demo", stdout=StringIO())


def start_cut_short(data: Path, written: str) -> None:
    with begun(data):
        if written:
            (data / "taoli.sqlite3").write_text(written)
        raise KeyboardInterrupt


def test_a_first_start_that_was_cut_short_begins_again(tmp_path: Path) -> None:
    database = tmp_path / "taoli.sqlite3"
    with pytest.raises(KeyboardInterrupt):
        start_cut_short(tmp_path, "half a school")
    with begun(tmp_path):
        assert not database.exists()
        database.write_text("a whole school")
    with pytest.raises(KeyboardInterrupt):
        start_cut_short(tmp_path, "")  # a later start takes nothing away
    with begun(tmp_path):
        assert database.read_text() == "a whole school"

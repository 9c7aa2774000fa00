import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tools import run_tests
from tools.lanes import Part, lanes
from tools.prepare import ROOT, once
from tools.run_tests import Outcome, close, run_lane, table


def outcome(**counts: int) -> Outcome:
    return Outcome("engine", Counter(counts), {"tests/engine": 90.0}, wall=120.0)


def test_the_table_says_what_became_of_every_test_and_the_minutes_of_each_part() -> None:
    head, numbers, parts = table([outcome(collected=5, passed=4, failed=1)]).splitlines()
    assert head.split() == ["lane", "collected", "passed", "failed", "skipped", "deselected", "xfailed", "minutes"]
    assert numbers.split() == ["engine", "5", "4", "1", "0", "0", "0", "2.0"]
    assert parts.strip() == "tests/engine 1.50"


@pytest.mark.parametrize("lost", ["failed", "skipped", "deselected", "xfailed"])
def test_a_lane_is_not_good_when_a_test_did_not_run_and_pass(lost: str) -> None:
    assert outcome(collected=5, passed=5).good
    assert not outcome(**{"collected": 5, "passed": 4, lost: 1}).good


def test_the_closing_line_counts_all_lanes(capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = outcome(collected=5, passed=5), outcome(collected=3, passed=2, failed=1)
    assert close([good, bad], 60, server=True, office=True) == 1
    assert capsys.readouterr().out.endswith("\n7 passed, 1 failed\n")
    assert close([good], 60, server=True, office=True) == 0


def test_what_did_not_pass_is_named_last_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    bad = outcome(collected=3, passed=2, failed=1)
    bad.why["tests/engine/test_one.py::test_it"] = "call, test_one.py:7: assert 1 == 2"
    close([bad, outcome(collected=5, passed=5)], 60, server=True, office=True)
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "engine: tests/engine/test_one.py::test_it",
        "    call, test_one.py:7: assert 1 == 2",
        "7 passed, 1 failed",
    ]


def test_a_test_that_fails_leaves_its_place_and_its_reason(tmp_path: Path) -> None:
    report, file = tmp_path / "report.json", tmp_path / "test_planted.py"
    file.write_text("def test_good():\n    pass\n\ndef test_bad():\n    assert 1 == 2, 'the reason'\n")
    ours = {"TAOLI_LANE_REPORT": str(report), "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, "-m", "pytest", "-c", str(tmp_path / "none.ini"), "-p", "tools.lane_report", str(file)]
    (tmp_path / "none.ini").write_text("[pytest]\n")
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | ours, capture_output=True, check=False)
    assert done.returncode == 1
    answer = json.loads(report.read_text())
    assert answer["counts"]["passed"] == answer["counts"]["failed"] == 1
    ((name, why),) = answer["why"].items()
    assert name.endswith("::test_bad")
    assert why.startswith("call, test_planted.py:5: AssertionError: the reason")


@pytest.mark.parametrize(("ci", "code", "last"), [("", 0, "5 passed, 0 failed"), ("true", 1, "5 passed, 1 failed")])
def test_a_missing_postgresql_is_said_loudly_and_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ci: str, code: int, last: str
) -> None:
    monkeypatch.setenv("CI", ci)
    assert close([outcome(collected=5, passed=5)], 60, server=False, office=True) == code
    assert "No PostgreSQL server" in (said := capsys.readouterr().out)
    assert said.endswith(f"\n{last}\n")


def test_a_missing_libreoffice_leaves_its_lane_out_and_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    assert "papers" in lanes(None, "soffice")
    assert "papers" not in lanes("postgres://", None)
    assert close([outcome(collected=5, passed=5)], 60, server=True, office=False) == 1
    assert "No LibreOffice" in capsys.readouterr().out


def test_a_command_that_fails_makes_its_lane_fail_and_shows_its_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run_tests, "ROOT", tmp_path)
    monkeypatch.setattr(run_tests, "LOGS", tmp_path)
    monkeypatch.setattr(run_tests, "node_folder", lambda: tmp_path)
    parts = [Part("good", ["true"]), Part("bad", ["sh", "-c", "echo the reason; exit 3"]), Part("worse", ["false"])]
    done = run_lane("lint", lambda: iter(parts))
    assert done.counts == {"collected": 3, "passed": 1, "failed": 2}
    assert "the reason" in capsys.readouterr().out
    assert done.why == {"bad": "ended with 3", "worse": "ended with 1"}


def test_a_step_is_done_again_only_when_what_it_is_made_from_changed(tmp_path: Path) -> None:
    source, stamp, made = tmp_path / "source", tmp_path / "stamp", []
    source.write_text("one")
    for text in ("one", "one", "two"):
        source.write_text(text)
        once(stamp, [source], lambda: made.append(source.read_text()), needs=source)
    assert made == ["one", "two"]

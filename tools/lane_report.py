"""A pytest plugin that writes what happened to every test as JSON: `-p tools.lane_report`.

The file named by TAOLI_LANE_REPORT gets collected, passed, failed, skipped, deselected, xfailed, per folder of tests
the seconds spent, and for each test that did not pass where and why, in one line.
"""

import json
import os
from collections import Counter, defaultdict
from pathlib import Path

import pytest

OUTCOMES: dict[str, str] = {}
SECONDS: defaultdict[str, float] = defaultdict(float)
LOST: Counter[str] = Counter()
WHY: dict[str, str] = {}
SAID = 300  # characters of a reason


def pytest_deselected(items: list[pytest.Item]) -> None:
    LOST["deselected"] += len(items)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.outcome != "passed":
        OUTCOMES[f"collecting {report.nodeid}"] = report.outcome
        WHY[f"collecting {report.nodeid}"] = reason(report)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    SECONDS["/".join(report.nodeid.partition("::")[0].split("/")[:2])] += report.duration
    before = OUTCOMES.get(report.nodeid)
    if hasattr(report, "wasxfail"):
        OUTCOMES[report.nodeid] = "xfailed"
    elif before is None or (before == "passed" and report.outcome != "passed"):
        OUTCOMES[report.nodeid] = report.outcome
    if OUTCOMES[report.nodeid] != "passed":
        WHY.setdefault(report.nodeid, reason(report))


def reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Return the step, the place and the first words of what was raised, or the first words of what was said."""
    crash = getattr(report.longrepr, "reprcrash", None)
    if crash is None:
        return " ".join(str(report.longrepr).split())[:SAID]
    place = f"{report.when or 'collect'}, {Path(crash.path).name}:{crash.lineno}"
    return f"{place}: {' '.join(crash.message.split())[:SAID]}"


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    if file := os.environ.get("TAOLI_LANE_REPORT"):
        counts = Counter(OUTCOMES.values())
        totals = {name: counts[name] for name in ("passed", "failed", "skipped", "xfailed")}
        totals |= {"collected": len(OUTCOMES) + LOST["deselected"], "deselected": LOST["deselected"]}
        Path(file).write_text(json.dumps({"counts": totals, "seconds": SECONDS, "why": WHY}))

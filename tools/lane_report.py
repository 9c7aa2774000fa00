"""A pytest plugin that writes what happened to every test as JSON: `-p tools.lane_report`.

The file named by TAOLI_LANE_REPORT gets collected, passed, failed, skipped, deselected, xfailed and, per
folder of tests, the seconds spent.
"""

import json
import os
from collections import Counter, defaultdict
from pathlib import Path

import pytest

OUTCOMES: dict[str, str] = {}
SECONDS: defaultdict[str, float] = defaultdict(float)
LOST: Counter[str] = Counter()


def pytest_deselected(items: list[pytest.Item]) -> None:
    LOST["deselected"] += len(items)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.outcome != "passed":
        OUTCOMES[f"collecting {report.nodeid}"] = report.outcome


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    SECONDS["/".join(report.nodeid.partition("::")[0].split("/")[:2])] += report.duration
    before = OUTCOMES.get(report.nodeid)
    if hasattr(report, "wasxfail"):
        OUTCOMES[report.nodeid] = "xfailed"
    elif before is None or (before == "passed" and report.outcome != "passed"):
        OUTCOMES[report.nodeid] = report.outcome


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    if file := os.environ.get("TAOLI_LANE_REPORT"):
        counts = Counter(OUTCOMES.values())
        totals = {name: counts[name] for name in ("passed", "failed", "skipped", "xfailed")}
        totals |= {"collected": len(OUTCOMES) + LOST["deselected"], "deselected": LOST["deselected"]}
        Path(file).write_text(json.dumps({"counts": totals, "seconds": SECONDS}))

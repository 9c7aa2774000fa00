"""Run all lanes, two at a time: `python -m tools.run_tests [--without LANE] [LANE …]`.

Fails when anything failed, was skipped, deselected or expected to fail. With CI=true a missing PostgreSQL
or LibreOffice fails too.
"""

import argparse
import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field

from tools import postgres, system
from tools.covered import MEASURES
from tools.lanes import BROWSER, Part, coverage, lanes
from tools.prepare import CACHE, ROOT, node_folder

COLUMNS = ("collected", "passed", "failed", "skipped", "deselected", "xfailed")
LOGS = CACHE / "lanes"
TAIL = 120


@dataclass
class Outcome:
    """What one lane came to."""

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    wall: float = 0.0

    @property
    def good(self) -> bool:
        """Whether everything ran and passed."""
        lost = sum(self.counts[column] for column in ("failed", "skipped", "deselected", "xfailed"))
        return not lost and self.counts["passed"] == self.counts["collected"]


def run_lane(name: str, parts: Callable[[], Iterator[Part]]) -> Outcome:
    """Run the parts of one lane one after another, output into a log that is shown when one fails."""
    print(f"    {name} begins", flush=True)
    outcome = Outcome(name)
    began = time.monotonic()
    for part in parts():
        run_part(outcome, part)
    outcome.wall = time.monotonic() - began
    print(f"    {name}: {'passed' if outcome.good else 'FAILED'} in {outcome.wall / 60:.1f} min", flush=True)
    return outcome


def run_part(outcome: Outcome, part: Part) -> None:
    """Run one command and add its counts."""
    slug = f"{outcome.name}-{part.name}".replace(" ", "-").replace("%", "")
    log, report = LOGS / f"{slug}.log", LOGS / f"{slug}.json"
    path = f"{node_folder()}{os.pathsep}{os.environ['PATH']}"
    # However the machine is set: what is compiled once is there for every later process of every lane.
    ours = {"PATH": path, "TAOLI_LANE_REPORT": str(report), "PYTHONDONTWRITEBYTECODE": ""}
    environment = os.environ | ours | part.environment
    began = time.monotonic()
    with log.open("wb") as output:
        done = subprocess.run(part.command, cwd=ROOT, env=environment, stdout=output, stderr=output, check=False)
    counts: Counter[str] = Counter()
    why: dict[str, str] = {}
    if part.by_test and report.exists():
        answer = json.loads(report.read_text())
        counts.update(answer["counts"])
        outcome.seconds.update(answer["seconds"])
        why = answer["why"]
    else:
        counts.update({"collected": 1, "failed" if done.returncode else "passed": 1})
        outcome.seconds[part.name] = time.monotonic() - began
    if done.returncode and not counts["failed"]:
        counts.update({"collected": 1, "failed": 1})
    outcome.counts.update(counts)
    if done.returncode:
        outcome.why.update(why or {part.name: f"ended with {done.returncode}"})
        tail = log.read_text(errors="replace").splitlines()[-TAIL:]
        print(
            f"\n===== {outcome.name}, {part.name}: {log.relative_to(ROOT)}",
            *tail,
            "=====",
            sep="\n",
            flush=True,
        )


def longest(entry: tuple[str, float]) -> float:
    """Sort parts by time, the longest first."""
    return -entry[1]


def table(outcomes: list[Outcome]) -> str:
    """Return the lanes as lines of aligned columns, with the minutes of every part."""
    lines = [f"{'lane':<14}" + "".join(f"{column:>12}" for column in COLUMNS) + f"{'minutes':>10}"]
    for outcome in outcomes:
        numbers = "".join(f"{outcome.counts[column]:>12}" for column in COLUMNS)
        lines.append(f"{outcome.name:<14}{numbers}{outcome.wall / 60:>10.1f}")
        parts = [f"{part} {seconds / 60:.2f}" for part, seconds in sorted(outcome.seconds.items(), key=longest)]
        lines.append("    " + " · ".join(parts))
    return "\n".join(lines)


def main() -> int:
    """Run what was asked for and return the exit code."""
    asked = argparse.ArgumentParser()
    asked.add_argument("lane", nargs="*")
    asked.add_argument("--without", action="append", default=[])
    options = asked.parse_args()
    for names in (options.lane, options.without):
        if "browser" in names:
            names.extend(BROWSER)
    began = time.monotonic()
    with ExitStack() as stack:
        lock = stack.enter_context((CACHE / "tests.lock").open("w"))
        fcntl.flock(lock, fcntl.LOCK_EX)
        for stale in (LOGS, MEASURES):
            shutil.rmtree(stale, ignore_errors=True)
            stale.mkdir(parents=True)
        system.install(browser=not set(BROWSER) <= set(options.without))
        programs, office = system.postgres_bin(), system.office()
        address = stack.enter_context(postgres.server(programs)) if programs else None
        chosen = {
            name: lane
            for name, lane in lanes(address, office).items()
            if name not in options.without and (not options.lane or name in options.lane)
        }
        with ThreadPoolExecutor(max_workers=2) as pool:
            outcomes = list(pool.map(run_lane, chosen.keys(), chosen.values()))
        if {"engine", "db-sqlite"} <= chosen.keys():
            outcomes.append(run_lane("coverage", coverage))
    return close(outcomes, time.monotonic() - began, server=bool(programs), office=bool(office))


def close(outcomes: list[Outcome], seconds: float, *, server: bool, office: bool) -> int:
    """Print the table, what did not pass and the closing line; return 0 only if nothing failed or was left out.

    The names stand last, where also somebody who is shown only the end of the output reads them.
    """
    print(f"\n{table(outcomes)}\n\nwall {seconds / 60:.1f} min")
    if not server:
        print("\n!!! No PostgreSQL server on this machine: the database tests ran on SQLite only. !!!\n")
    if not office:
        print("\n!!! No LibreOffice on this machine: no Word form was opened and compared with its picture. !!!\n")
    lost = (not server) + (not office) if os.environ.get("CI", "").lower() in {"true", "1"} else 0
    for outcome in outcomes:
        for name, why in outcome.why.items():
            print(f"{outcome.name}: {name}\n    {why}")
    totals = sum((outcome.counts for outcome in outcomes), Counter())
    print(f"{totals['passed']} passed, {totals['failed'] + lost} failed")
    return int(bool(lost) or not outcomes or not all(outcome.good for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())

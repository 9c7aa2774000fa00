"""25,000 mentors open *Today* on a Monday: `python bench/monday.py [--students N --records N --seconds S]`.

Makes an invented school (a scale model: it says its size), signs each of its mentors in, and serves it with the server
we deploy (granian, one worker, as many threads as deploy/ gives it) on whatever database TAOLI_DATABASE names, SQLite
without. In turns, every mentor's Today and two trivial pages are asked for, each mentor with the own session: *Me*
behind the same sign-in and frame, and the bare `/healthz`. Prints for each the CPU time of the server per answer (from
/proc on Linux, so that neighbours matter little), answers a second of one core, p50 and p95 as the phones saw them, the
ratios, and how many mentors one core carries in five minutes of a Monday. 1 when an answer was not 200.
"""

import argparse
import asyncio
import itertools
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.choice_rush import ask, command, cpu_seconds, free_port, signed_in, wait_for  # noqa: E402
from bench.today import MENTORS, prepare  # noqa: E402

PAGES = {"Today": "/today/", "Me": "/me/", "healthz": "/healthz"}
MINUTES = 5


@dataclass
class Spent:
    """What one page took: CPU seconds of the server, seconds of each answer, what was not 200."""

    cpu: float = 0.0
    answers: list[float] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)


def mentors() -> list[str]:
    """Sign every mentor with students in; return their sessions."""
    from taoli.accounts.models import Account, Membership, RoleHeld
    from taoli.common.models import School
    from taoli.common.policy import Role
    from taoli.matching.models import Pairing
    from taoli.roster.models import Staff

    home = School.objects.order_by("pk")[0]
    earlier = Account.objects.filter(username__startswith="rush-")
    for rows in (RoleHeld.objects.filter(account__in=earlier), Membership.objects.filter(account__in=earlier), earlier):
        rows.delete()
    held = Pairing.objects.of(home).filter(ends=None).values("mentor_id")
    named = Membership.objects.filter(school=home, person_kind="staff").values("person_id")  # the demo's own doors
    return signed_in(home, list(Staff.objects.of(home).filter(pk__in=held).exclude(pk__in=named)), "staff", Role.MENTOR)


async def block(port: int, path: str, sessions: Iterator[str], count: int, at_once: int, spent: Spent) -> None:
    """Ask for a page `count` times, `at_once` at a time, each time as the next mentor."""
    turns = asyncio.Semaphore(at_once)

    async def one(session: str) -> None:
        async with turns:
            began = time.perf_counter()
            status = await ask(port, "GET", path, session, "")
            spent.answers.append(time.perf_counter() - began)
            if status != 200:
                spent.wrong.append(status)

    await asyncio.gather(*(one(next(sessions)) for _each in range(count)))


def measured(port: int, pid: int, sessions: list[str], seconds: float, at_once: int) -> dict[str, Spent]:
    """Ask in turns until the time is over; everybody has opened each page once before."""
    found = {name: Spent() for name in PAGES}
    turn = {name: itertools.cycle(sessions) for name in PAGES}
    for name, path in PAGES.items():
        asyncio.run(block(port, path, turn[name], len(sessions), at_once, Spent()))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for name, path in PAGES.items():
            before = cpu_seconds(pid)
            asyncio.run(block(port, path, turn[name], len(sessions), at_once, found[name]))
            found[name].cpu += cpu_seconds(pid) - before
    return found


def tell(found: dict[str, Spent]) -> None:
    """Print the lines."""
    each = {name: one.cpu / len(one.answers) for name, one in found.items()}
    for name, one in found.items():
        cuts = statistics.quantiles(one.answers, n=20)
        cost = f"CPU {each[name] * 1000:.1f} ms, {1 / each[name]:.0f} a second on one core" if each[name] else "CPU ?"
        print(
            f"{name:<8} {cost}; p50 {cuts[9] * 1000:.0f} ms, p95 {cuts[18] * 1000:.0f} ms; {len(one.answers)} answers"
        )
        if one.wrong:
            print(f"         not 200: {len(one.wrong)} {sorted(set(one.wrong))}")
    if not all(each.values()):
        print("no /proc: no CPU times on this system")
        return
    carried = MINUTES * 60 / each["Today"]
    print(f"Today is {each['Today'] / each['Me']:.1f} × Me and {each['Today'] / each['healthz']:.1f} × healthz")
    print(
        f"one core carries {carried:,.0f} mentors in {MINUTES} minutes: {MENTORS:,} need {MENTORS / carried:.1f} cores"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, usual in (("students", 540), ("records", 6000), ("seconds", 30), ("at-once", 4)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    options = parser.parse_args()
    prepare(options.students, options.records)

    from django.db import connection

    from taoli.guidance.models import GuidanceRecord
    from taoli.roster.models import Student

    sessions = mentors()
    scale = f"{Student.objects.count()} students, {len(sessions)} mentors, {GuidanceRecord.objects.count()} records"
    print(f"{connection.vendor}; a school of {scale}; one worker, {options.at_once} phones at once", flush=True)
    connection.close()
    port = free_port()
    server = subprocess.Popen(command(port, workers=1), cwd=ROOT, start_new_session=True)
    try:
        wait_for(port)
        found = measured(port, server.pid, sessions, options.seconds, options.at_once)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(20)
    tell(found)
    return int(any(one.wrong for one in found.values()))


if __name__ == "__main__":
    sys.exit(main())

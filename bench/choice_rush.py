"""All students choose at 20:00: `python bench/choice_rush.py [--students 3000] [--seconds 60] [--mentors 250]`.

Starts the real server (granian, as `manage.py demo` does) on a database of its own: SQLite in a temporary folder, or an
empty PostgreSQL database named by TAOLI_DATABASE. Each student has the page open, signed in, and sends five wishes at
a random moment of the window, then the same form again with the same operation id, as after a lost answer. Prints what
was stored; 1 when anything was lost or doubled, an answer was an error, or the window was overrun by a tenth.
`--pages` lets each student open the page anew as well, before sending and after being sent on. `--quick`: 300 in 6 s.
The server's CPU seconds per 1,000 submits tell the cost whatever the neighbours of this machine do (Linux: /proc).
"""

import argparse
import asyncio
import datetime as dt
import os
import random
import secrets
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
START, END, TODAY = dt.date(2026, 9, 1), dt.date(2099, 1, 22), dt.date(2026, 11, 23)
RANKS, CLASS_SIZE, SEED = 5, 50, 20
TOKEN = secrets.token_hex(16)
OVERRUN = 1.1


@dataclass
class Tally:
    """What the browsers saw: seconds of each answer, by what was asked; statuses that were not expected."""

    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    cpu: float = 0.0


def main() -> int:
    parser = argparse.ArgumentParser()
    for name, usual in (("students", 3000), ("seconds", 60), ("mentors", 250)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--quick", action="store_true")
    asked = parser.parse_args()
    if asked.quick:
        asked.students, asked.seconds = 300, 6
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "taoli.config.settings",
            "TAOLI_DATA": folder,
            "TAOLI_KEYS": f"{folder}/keys",
            "TAOLI_HTTPS": "0",
            "TAOLI_PLAIN_STATIC": "1",
            "TAOLI_LOG_LEVEL": "WARNING",
        }
        subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, check=True)
        choice, sessions, mentors = school(asked.students, asked.mentors)
        port = free_port()
        server = subprocess.Popen(command(port), cwd=ROOT, start_new_session=True)
        try:
            wait_for(port)
            tally, before = Tally(), cpu_seconds(server.pid)
            took = asyncio.run(rush(port, choice.pk, sessions, mentors, asked, tally))
            tally.cpu = cpu_seconds(server.pid) - before
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(20)
        return told(tally, choice, asked, took)


def school(students: int, mentors: int) -> tuple[Any, list[str], list[str]]:
    """Make a school with an open round; return the round, a session of each student, and the mentors' ids."""
    import django

    django.setup()
    from taoli.common.models import School
    from taoli.common.policy import Actor, Held, Role
    from taoli.matching import services
    from taoli.roster.models import Grade, SchoolClass, Staff, Student, Term
    from taoli.schemes import services as schemes

    home = School.objects.create(code="rush", name="桃李中学")
    Term.objects.create(school=home, name="学期", starts=START, ends=END)
    grade = Grade.objects.create(school=home, name="高一", order=1)
    rooms = [
        SchoolClass.objects.create(school=home, grade=grade, name=f"高一({number})班", number=number)
        for number in range(1, -(-students // CLASS_SIZE) + 1)
    ]
    staff = Staff.objects.bulk_create(
        Staff(school=home, number=f"T{number:04}", name=f"导师{number}", sort_key=f"{number:04}")
        for number in range(mentors)
    )
    people = Student.objects.bulk_create(
        Student(school=home, number=f"S{number:05}", name=f"学生{number}", school_class=rooms[number // CLASS_SIZE])
        for number in range(students)
    )
    by = Actor(account_id=None, school_id=home.pk, roles=(Held(Role.MORAL_OFFICE),))
    draft = schemes.adopt(by=by, preset_key="taigu-no2-2012", scoring="coverage")
    steps = ["publish_mentors", {"kind": "student_choice", "ranks": RANKS}, "allocate", "adjust", "confirm"]
    own = {"cycle.weeks": 4, "capacity.mentor.min": 0, "capacity.mentor.max": 20, "unit": "student", "steps": steps}
    draft = schemes.set_values(by=by, pk=draft.pk, changes=own, edit=draft.edit)
    schemes.publish(by=by, pk=draft.pk, in_force_from=START)
    choice = services.open_round(by=by, name="双向选择", closes=END)
    services.set_step(by=by, round_id=choice.pk, kind="publish_mentors", done=True)
    return choice, signed_in(home, people), [str(one.pk) for one in staff]


def signed_in(home: Any, people: list[Any], kind: str = "student", role: str = "") -> list[str]:
    """Open an account and a session for each person (student), without the price of a password."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.db import connection
    from django.utils import timezone

    from taoli.accounts.models import Account, Membership, RoleHeld
    from taoli.common.policy import Role

    accounts = Account.objects.bulk_create(Account(username=f"rush-{one.number}", password="!") for one in people)  # noqa: S106 opens nothing
    pairs = list(zip(accounts, people, strict=True))
    Membership.objects.bulk_create(
        Membership(account=account, school=home, person_kind=kind, person_id=one.pk, name=one.name)
        for account, one in pairs
    )
    RoleHeld.objects.bulk_create(
        RoleHeld(account=account, school=home, role=role or Role.STUDENT, starts=START) for account, _one in pairs
    )
    rows, store = [], SessionStore()
    for account in accounts:
        data = {
            SESSION_KEY: str(account.pk),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[-1],
            HASH_SESSION_KEY: account.get_session_auth_hash(),
        }
        until = timezone.now() + dt.timedelta(days=1)
        rows.append(Session(session_key=secrets.token_hex(16), session_data=store.encode(data), expire_date=until))
    Session.objects.bulk_create(rows)
    connection.close()
    return [row.session_key for row in rows]


def command(port: int, workers: int = 2) -> list[str]:
    flags = {"--interface": "wsgi", "--host": "127.0.0.1", "--port": str(port), "--workers": str(workers)}
    flags |= {"--blocking-threads": "4", "--log-level": "warning"}
    words = [word for pair in flags.items() for word in pair]
    return [sys.executable, "-m", "granian", *words, "taoli.config.wsgi:application"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def cpu_seconds(pid: int) -> float:
    """Return what a process and its children have computed, in seconds; 0 where there is no /proc."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0.0
    own = (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(cpu_seconds(int(child)) for child in children)


def wait_for(port: int) -> None:
    for _second in range(120):
        try:
            if asyncio.run(ask(port, "GET", "/healthz", "", "")) == 200:
                return
        except OSError:
            pass
        time.sleep(0.5)
    sys.exit("the server did not start")


async def ask(port: int, method: str, path: str, session: str, body: str) -> int:
    """Send one request on a connection of its own, as a phone does; return the status."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = [
        f"{method} {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Connection: close",
        f"Cookie: taoli={session}; csrf={TOKEN}",
        f"X-CSRFToken: {TOKEN}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
    ]
    writer.write(("\r\n".join(head) + "\r\n\r\n" + body).encode())
    answer = await reader.read()
    writer.close()
    return int(answer.split(b" ", 2)[1])


async def rush(
    port: int, choice: uuid.UUID, sessions: list[str], mentors: list[str], asked: argparse.Namespace, tally: Tally
) -> float:
    """Let every student send twice at a random moment; return how long it took until the last answer."""
    chance = random.Random(SEED)  # noqa: S311 the same minute each time
    path = "/matching/wishes/"

    async def timed(kept: list[float], method: str, session: str, body: str, wanted: int) -> None:
        began = time.perf_counter()
        try:
            status = await ask(port, method, path, session, body)
        except (OSError, IndexError, ValueError) as broken:
            status, wanted = 0, 0
            tally.errors.append(type(broken).__name__)
        if status != wanted:
            tally.errors.append(str(status))
        kept.append(time.perf_counter() - began)

    async def student(session: str, moment: float, chosen: list[str]) -> None:
        await asyncio.sleep(moment)
        body = "&".join([f"w={one}" for one in chosen] + ["edit=0", f"round={choice}", f"op={uuid.uuid4()}"])
        if asked.pages:
            await timed(tally.pages, "GET", session, "", 200)
        await timed(tally.first, "POST", session, body, 302)
        await timed(tally.again, "POST", session, body, 302)
        if asked.pages:
            await timed(tally.pages, "GET", session, "", 200)

    began = time.perf_counter()
    await asyncio.gather(
        *(student(one, chance.uniform(0, asked.seconds), chance.sample(mentors, RANKS)) for one in sessions)
    )
    return time.perf_counter() - began


def told(tally: Tally, choice: Any, asked: argparse.Namespace, took: float) -> int:
    from django.db import connection
    from django.db.models import Count

    from taoli.common import chain
    from taoli.matching.models import Wish, WishSheet

    school_id = choice.school_id
    sheets = WishSheet.objects.of(school_id).filter(round=choice)
    wishes = Wish.objects.of(school_id).filter(round=choice).values("student").annotate(n=Count("pk"))
    incomplete = sum(row["n"] != RANKS for row in wishes)
    doubled = sheets.filter(edit__gt=1).count() + incomplete
    lost = asked.students - sheets.count()
    faults = chain.faults(school_id)
    print(f"{connection.vendor}, {os.cpu_count()} cores, {asked.students} students within {asked.seconds} s")
    print(f"submitted {len(tally.first)} + repeats {len(tally.again)}; all answered after {took:.1f} s")
    print(f"wall against the bar: {took / asked.seconds:.2f} (may be {OVERRUN})")
    print(f"server CPU {tally.cpu:.1f} s, {tally.cpu / asked.students * 1000:.1f} s per 1,000 students")
    print(f"stored {sheets.count()}, lost {lost}, twice or torn {doubled}, audit chain faults {len(faults)}")
    print(f"errors {len(tally.errors)} {sorted(set(tally.errors))}")
    for name, kept in (("submit", tally.first), ("repeat", tally.again), ("page", tally.pages)):
        if kept:
            cuts = statistics.quantiles(kept, n=20)
            print(f"{name:<7} p50 {cuts[9] * 1000:.0f} ms, p95 {cuts[18] * 1000:.0f} ms, max {max(kept) * 1000:.0f} ms")
    return int(bool(lost or doubled or faults or tally.errors or took > asked.seconds * OVERRUN))


if __name__ == "__main__":
    sys.exit(main())

"""The archive page of a six-year student with 600 entries: `python bench/archive_page.py [--entries N --rounds N]`.

Queries, and the CPU time of the page as a ratio to a trivial signed-in page (*Me*) in the same process, as mentor,
homeroom teacher, student and parent of the demo's first student. Bars: at most 15 queries for staff and student. The
school is made in a folder of its own and kept there (TAOLI_BENCH_DATA, default .cache/bench).
"""

import argparse
import datetime as dt
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
MOST_QUERIES, YEARS, TALKS = 15, 6, 240
READERS = ("mentor", "homeroom_teacher", "student", "guardian")


def prepare() -> None:
    folder = Path(os.environ.get("TAOLI_BENCH_DATA", ROOT / ".cache" / "bench")) / "archive"
    os.environ |= {
        "TAOLI_DATA": str(folder),
        "TAOLI_DEMO": "1",
        "TAOLI_DEMO_CLOCK": "2026-11-23T10:05",
        "TAOLI_PLAIN_STATIC": "1",
        "TAOLI_LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "taoli.config.settings",
    }
    import django

    django.setup()
    from django.core.management import call_command

    from taoli.common.models import School

    call_command("migrate", verbosity=0)
    if not School.objects.exists():
        call_command("load_demo", students=135, records=1000)


def fill(wanted: int) -> Any:
    """Give the demo's student so many entries and talks over six years; return the student's id."""
    from taoli.accounts.models import Membership
    from taoli.archive.models import GrowthEntry
    from taoli.common import clock
    from taoli.common.ids import new_id
    from taoli.guidance.models import GuidanceRecord
    from taoli.roster.models import Student

    member = Membership.objects.get(account__username="demo-student")
    student = Student.objects.of(member.school_id).get(pk=member.person_id)
    today, days = clock.today(), YEARS * 365
    there = GrowthEntry.objects.of(student.school_id).filter(student=student).count()
    GrowthEntry.objects.bulk_create(
        GrowthEntry(
            school_id=student.school_id,
            occasion=new_id(),
            student=student,
            section=GrowthEntry.Section.values[place % len(GrowthEntry.Section.values)],
            text=f"第{place}条：参加活动，写下了收获",
            happened_on=today - dt.timedelta(days=place * days // wanted),
            entered_at=clock.now(),
            by_kind="staff",
            staff_id=student.mentor_id,
            seen_by="family",
        )
        for place in range(there, wanted)
    )
    row = GuidanceRecord.objects.of(student.school_id).filter(student=student).first()
    told = GuidanceRecord.objects.of(student.school_id).filter(student=student).count()
    assert row is not None
    known = {name: getattr(row, name) for name in ("by_id", "pairing_id", "school_class_id", "kind", "channel")}
    GuidanceRecord.objects.bulk_create(
        GuidanceRecord(
            school_id=student.school_id,
            occasion=new_id(),
            student=student,
            held_on=today - dt.timedelta(days=place * days // TALKS),
            entered_at=clock.now(),
            **known,
        )
        for place in range(told, TALKS)
    )
    return student.pk


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    prepare()

    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from bench.measure import cpu
    from taoli.accounts.models import Account

    path, most = f"/archive/students/{fill(options.entries)}/", 0
    for reader in READERS:
        client = Client(SERVER_NAME="127.0.0.1")
        account = Account.objects.get(username=f"demo-{reader}")
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        answer = client.get(path)
        if answer.status_code != 200:
            print(f"{reader}: {answer.status_code}")
            return 1
        client.get("/me/")
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
            queries = len(asked)  # the next request begins a new log
        shown = cpu(lambda client=client: client.get(path), options.rounds)
        plain = cpu(lambda client=client: client.get("/me/"), options.rounds)
        most = max(most, queries if reader != "guardian" else 0)
        print(
            f"{reader}: {queries} queries, {shown * 1000:.0f} ms of CPU, {shown / plain:.1f} × the trivial page "
            f"({len(answer.content) // 1024} KB)"
        )
    return int(most > MOST_QUERIES)


if __name__ == "__main__":
    raise SystemExit(main())

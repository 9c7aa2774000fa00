"""*Today* of a mentor in a school of 3,000 with 150,000 records: `python bench/today.py [--students N --records N]`.

Queries, and the CPU time of the page as a ratio to a trivial signed-in page (*Me*) in the same process; milliseconds
beside, and how many cores 25,000 mentors need who open it within ten minutes of a Monday. Bars: at most 16 queries,
at most 3 × the trivial page. The school is made in a folder of its own and kept there (TAOLI_BENCH_DATA, default
.cache/bench), so that a second run measures only.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
MOST_QUERIES, MOST_RATIO, MENTORS = 17, 3.0, 25_000


def prepare(students: int, records: int) -> None:
    folder = Path(os.environ.get("TAOLI_BENCH_DATA", ROOT / ".cache" / "bench")) / f"{students}-{records}"
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
        began = time.perf_counter()
        call_command("load_demo", students=students, records=records)
        print(f"loaded in {time.perf_counter() - began:.0f} s")


def cpu(works: Sequence[Callable[[], object]], rounds: int) -> list[tuple[float, float]]:
    """Return the best CPU time and the median elapsed time of each, in milliseconds; taken in turns, as load varies."""
    spent: list[list[float]] = [[] for _work in works]
    passed: list[list[float]] = [[] for _work in works]
    for _each in range(rounds):
        for place, work in enumerate(works):
            began, started = time.process_time(), time.perf_counter()
            work()
            spent[place].append(time.process_time() - began)
            passed[place].append(time.perf_counter() - started)
    return [(min(own) * 1000, statistics.median(all_) * 1000) for own, all_ in zip(spent, passed, strict=True)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=6000)
    parser.add_argument("--records", type=int, default=150_000)
    parser.add_argument("--rounds", type=int, default=60)
    options = parser.parse_args()
    prepare(options.students, options.records)

    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from taoli.accounts.models import Account
    from taoli.guidance.models import GuidanceRecord
    from taoli.roster.models import Student

    client = Client(SERVER_NAME="127.0.0.1")
    account = Account.objects.get(username="demo-mentor")
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")

    def get(path: str) -> None:
        answer = client.get(path)
        if answer.status_code != 200:
            msg = f"{path}: {answer.status_code}"
            raise SystemExit(msg)

    for path in ("/today/", "/me/"):
        get(path)
    with CaptureQueriesContext(connection) as asked:
        get("/today/")
        queries = len(asked)
    (today, today_ms), (plain, plain_ms) = cpu([lambda: get("/today/"), lambda: get("/me/")], options.rounds)
    ratio = today / plain
    print(f"students {Student.objects.count()}, records {GuidanceRecord.objects.count()}")
    print(f"Today: {queries} queries (bar {MOST_QUERIES}), CPU {today:.1f} ms, elapsed {today_ms:.1f} ms")
    print(f"Me:    CPU {plain:.1f} ms, elapsed {plain_ms:.1f} ms")
    print(f"ratio {ratio:.2f} (bar {MOST_RATIO})")
    a_second, trivial = 1000 / today, 1000 / plain
    print(
        f"one core: {a_second:.0f} Todays a second ({trivial:.0f} trivial pages), {a_second * 600:.0f} in ten minutes;"
    )
    print(f"{MENTORS} mentors within ten minutes of Monday morning: {MENTORS / 600 / a_second:.1f} cores")
    return 0 if queries <= MOST_QUERIES and ratio <= MOST_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())

"""A city of 300,000 students, 25,000 mentors and 15 million acts on PostgreSQL: `python bench/city.py [--scale 0.1]`.

Makes a private server (tools/postgres.py) and 100 schools of 3,000 students, 250 mentors and 150,000 acts of a year
(`--scale`: so many of the schools), and drops all of it at the end. Then, in CPU seconds of this process and of its
database backend together: a school's weekly figures reckoned from its rows and its weekly sums counted anew (bar 2 s
each), the proof of all its cells from scratch beside; the intake of a year of signed weekly summaries of all schools by
the city's bureau; the release of a week; and the overview pages of city and district as a ratio to a trivial signed-in
page (*Me*; bar 5), statements counted. 1 when a bar is broken. The pages alone, for a city of 100 schools, in minutes:
`--scale 0.02 --students 60 --acts 1000 --members 100`.
"""

import argparse
import functools
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.choice_rush import cpu_seconds  # noqa: E402
from bench.city_rows import generate  # noqa: E402
from tools import postgres, system  # noqa: E402

SCHOOLS, STUDENTS, ACTS = 100, 3000, 150_000
MOST_FIGURES, MOST_BYTES, MOST_RATIO = 2.0, 20_000, 5.0
TABLES = ("duties_act", "duties_dutycell", "duties_weekrollup", "oversight_receivedsummary")
PAGES = (
    ("oversight:overview_show", ()),
    ("oversight:overview_table", ()),
    ("oversight:overview_measure", ("without_mentor",)),
    ("oversight:month_show", ()),
    ("oversight:member_list", ()),
)


def prepare(address: str, folder: str) -> None:
    os.environ |= {
        "TAOLI_DATABASE": address,
        "TAOLI_DATA": folder,
        "TAOLI_DEMO": "1",
        "TAOLI_DEMO_CLOCK": "2026-11-23T10:05",
        "TAOLI_PLAIN_STATIC": "1",
        "TAOLI_LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "taoli.config.settings",
    }
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def spent(work: Callable[[], Any], times: int = 1) -> tuple[float, Any]:
    """Return the least CPU seconds of this process and the database backend, and what the work gave."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    best, given = float("inf"), None
    for _each in range(times):
        began, server = time.process_time(), cpu_seconds(backend)
        given = work()
        best = min(best, time.process_time() - began + cpu_seconds(backend) - server)
    return best, given


def figures(school: Any) -> bool:
    """Tell what a school's figures of last week cost, its weekly sums counted anew, and its recount from scratch."""
    import datetime as dt

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from taoli.duties.queries.keeping import keep_weeks
    from taoli.duties.queries.settings import setting_of
    from taoli.duties.services import recount
    from taoli.engine.summary import canonical
    from taoli.oversight.queries.figures import figures_of
    from taoli.roster.models import Staff, Term

    week = dt.date(2026, 11, 16)
    cost, made = spent(lambda: figures_of(school.pk, week), 5)
    with CaptureQueriesContext(connection) as asked:
        figures_of(school.pk, week)
    size = len(canonical(made))
    print(f"figures of one school: {cost:.2f} s CPU (bar {MOST_FIGURES:g}), {len(asked)} statements, {size:,} bytes")
    term = Term.objects.of(school).latest("starts")
    setting = setting_of(school.pk, term)
    mentors = set(Staff.objects.of(school).values_list("pk", flat=True))
    summed, drift = spent(lambda: keep_weeks(setting, mentors), 3)
    print(f"its week × mentor sums counted anew: {summed:.2f} s CPU (bar {MOST_FIGURES:g}), drift {bool(drift)}")
    again, drift = spent(lambda: recount(school_id=school.pk, term_id=term.pk))
    print(f"the proof beside, every cell of the term from scratch: {again:.1f} s CPU, drift {bool(drift)}")
    return max(cost, summed) <= MOST_FIGURES and size <= MOST_BYTES


def intake(schools: int) -> tuple[Any, Any]:
    """Let the city and one district take in the weeks of all schools; return both bureaus."""
    from taoli.common.models import School
    from taoli.engine.summary import packed, sign
    from taoli.oversight.models import Member, ReceivedSummary
    from taoli.oversight.services.taking_in import take_in
    from taoli.rehearsal.services.bureaus import CITY, DISTRICT, load_bureaus
    from taoli.rehearsal.services.city import districts, enter, keys_of
    from taoli.rehearsal.services.city_schools import DISTRICTS
    from taoli.rehearsal.services.city_weeks import summaries

    load_bureaus(())
    city, district = (School.objects.get(code=place[0]) for place in (CITY, DISTRICT))
    places = many(schools)
    areas = districts(city)
    near = [place for place in places if place.district == DISTRICTS[0]]
    enter(city, places, areas)
    enter(district, near, areas)
    handed = []
    for place in places:
        private = keys_of(place).sign
        documents = [one.model_dump(mode="json") for one in summaries(place)]
        handed.append((district if place in near else city, [packed(one, sign(private, one)) for one in documents]))

    def all_of_them() -> None:
        for bureau, documents in handed:
            for data in documents:
                take_in(bureau.pk, data)

    began = time.perf_counter()
    cost, _none = spent(all_of_them)
    count = sum(ReceivedSummary.objects.of(one).count() for one in (city, district))
    passed = time.perf_counter() - began
    each = 1000 * cost / count
    print(f"intake: {count:,} summaries of {schools} schools kept, {each:.1f} ms CPU each, {passed:.0f} s in all")
    print(f"one Monday of the city: {schools * each / 1000:.1f} s CPU; members {Member.objects.of(city).count()}")
    return city, district


def many(schools: int) -> list[Any]:
    """Return so many schools: those of the demo's city, again and again under other codes and names."""
    from dataclasses import replace

    from taoli.rehearsal.services.city_schools import Story, city_schools

    known = city_schools()
    found = []
    for number in range(schools):
        one = known[number % len(known)]
        turn = number // len(known)
        story = replace(one.story, into="", missing=()) if one.story != Story() else one.story
        found.append(replace(one, code=f"{one.code}x{turn}", name=f"{one.name}{turn or ''}", story=story))
    return found


def release(*bureaus: Any) -> None:
    """Tell what the release of a week costs."""
    from taoli.common.policy import system
    from taoli.oversight.services.releasing import release_week
    from taoli.rehearsal.services.city_weeks import weeks

    for bureau in bureaus:
        costs = [spent(functools.partial(release_week, by=system(bureau.pk), week=one.monday))[0] for one in weeks()]
        print(f"release of a week for {bureau.name}: {sum(costs) / len(costs):.2f} s CPU, at most {max(costs):.2f}")


def pages() -> bool:
    """Tell the pages of both officers as ratios to *Me*, taken in turns."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from bench.today import cpu
    from taoli.accounts.models import Account

    held = True
    for username in ("demo-city-officer", "demo-officer"):
        client = Client(SERVER_NAME="127.0.0.1")
        account = Account.objects.get(username=username)
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        for name, about in PAGES:
            works = [functools.partial(_get, client, one) for one in (reverse(name, args=about), "/me/")]
            for work in works:
                work()
            with CaptureQueriesContext(connection) as asked:
                works[0]()
                statements = len(asked)
            (page, page_ms), (plain, plain_ms) = cpu(works, 40)
            ratio = page / plain
            held = held and ratio <= MOST_RATIO
            print(
                f"{username}: {name} CPU {page:.1f} ms ({statements} statements, elapsed {page_ms:.1f} ms), "
                f"Me {plain:.1f} ms ({plain_ms:.1f}): ratio {ratio:.2f} (bar {MOST_RATIO:g})"
            )
    return held


def _get(client: Any, path: str) -> None:
    if (answer := client.get(path)).status_code != 200:
        raise SystemExit(f"{path}: {answer.status_code}")


def sizes() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT count(*), pg_total_relation_size('{table}') FROM {table}")  # noqa: S608 our own names
            rows, size = cursor.fetchone()
            print(f"{table}: {rows:,} rows, {size / 1e6:,.0f} MB, {size / rows if rows else 0:,.0f} bytes each")
        cursor.execute("SELECT pg_database_size(current_database())")
        print(f"the whole database: {cursor.fetchone()[0] / 1e9:.2f} GB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=float, default=1.0, help="which part of the 100 schools")
    parser.add_argument("--students", type=int, default=STUDENTS)
    parser.add_argument("--acts", type=int, default=ACTS)
    parser.add_argument("--members", type=int, help="so many schools hand in to the bureaus; else as many as there are")
    options = parser.parse_args()
    programs = system.postgres_bin()
    if programs is None:
        print("no PostgreSQL on this machine")
        return 1
    schools = max(2, round(SCHOOLS * options.scale))
    with postgres.server(programs) as address, tempfile.TemporaryDirectory() as folder:
        prepare(address, folder)
        from django.db import connection

        try:
            first = generate(schools, options.students, options.acts)
            held = figures(first)
            release(*intake(options.members or schools))
            held = pages() and held
            sizes()
        finally:
            connection.close()
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())

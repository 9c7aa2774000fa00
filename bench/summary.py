"""The weekly summary of a school of 3,000 with 150,000 records: `python bench/summary.py [--students N --records N]`.

The CPU time of reckoning it (`figures_of`, cells fresh), the size of the file that is handed in, and as anchor one
plain GROUP BY over the school's acts by class, kind and channel in the same process. Bars: at most 2 s of CPU, at most
20 kB. The school is made as for bench/today.py and kept.
"""

import argparse
import datetime as dt
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.today import cpu, prepare  # noqa: E402

MOST_SECONDS, MOST_BYTES = 2.0, 20_000
PLAIN = (
    "SELECT s.school_class_id, a.kind, a.channel, COUNT(*) FROM duties_act a "
    "JOIN roster_student s ON s.id = a.student_id "
    "WHERE a.school_id = %s AND s.school_id = %s GROUP BY 1, 2, 3"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=3000)
    parser.add_argument("--records", type=int, default=150_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    prepare(options.students, options.records)

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from taoli.common.models import School
    from taoli.duties.models import Act
    from taoli.engine.summary import packed
    from taoli.oversight.queries.figures import figures_of

    school = School.objects.get(code="taoli-demo")
    week = dt.date(2026, 11, 16)

    def plain() -> None:
        with connection.cursor() as cursor:
            cursor.execute(PLAIN, [school.pk, school.pk])
            cursor.fetchall()

    summary = figures_of(school.pk, week)
    with CaptureQueriesContext(connection) as asked:
        figures_of(school.pk, week)
    (reckoned, _), (grouped, _) = cpu([lambda: figures_of(school.pk, week), plain], options.rounds)
    size = len(packed(summary.model_dump(mode="json"), "A" * 88))
    print(
        f"{Act.objects.of(school).count()} acts: reckoned in {reckoned / 1000:.2f} s CPU (bar {MOST_SECONDS}), "
        f"{len(asked)} statements, {reckoned / grouped:.1f} × one GROUP BY; {size} bytes (bar {MOST_BYTES})"
    )
    return 0 if reckoned / 1000 <= MOST_SECONDS and size <= MOST_BYTES else 1


if __name__ == "__main__":
    sys.exit(main())

"""The agenda of a conference in a school of 3,000: `python bench/agenda.py [--students N --records N --rounds N]`.

For a class conference and for the principal's meeting of the whole school: the CPU time of making the agenda from the
data (the tap *Make the agenda*, with all its writes) and of the page that shows it, each as a ratio to a trivial
signed-in page (*Me*) in the same process, with the queries each takes. Bars: making and showing at most 6 times the
trivial page each for a class, 15 times for the school. The school is made as for bench/today.py and kept.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.today import cpu, prepare  # noqa: E402

BARS = {"class": 6.0, "school": 15.0}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=3000)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    prepare(options.students, options.records)

    from taoli.roster.models import Student

    print(f"students {Student.objects.count()}")
    kept = [
        measured(name, door, kind, options.rounds)
        for name, door, kind in (("class", "homeroom_teacher", "class"), ("school", "principal", "principal"))
    ]
    return 0 if all(kept) else 1


def measured(name: str, door: str, kind: str, rounds: int) -> bool:
    """Print what one agenda costs beside the page Me of the same person; whether it keeps its bar."""
    from taoli.care.models import ConferenceItem

    client, row = sign_in(door), planned(door, kind)
    works = [
        lambda: post(client, row),
        lambda: get(client, f"/care/conferences/{row.pk}/"),
        lambda: get(client, "/me/"),
    ]
    counts = [queries(work) for work in works]
    (made, _), (shown, _), (plain, _) = cpu(works, rounds)
    lines = ConferenceItem.objects.of(row.school_id).filter(conference=row).count()
    print(
        f"{name}: {lines} lines; made {made:.1f} ms, {counts[0]} queries, ratio {made / plain:.2f}; "
        f"shown {shown:.1f} ms, {counts[1]} queries, ratio {shown / plain:.2f}; "
        f"Me {plain:.1f} ms (bar {BARS[name]})"
    )
    return bool(max(made, shown) / plain <= BARS[name])


def queries(work: Callable[[], None]) -> int:
    """How many statements the second time asks."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    work()
    with CaptureQueriesContext(connection) as asked:
        work()
    return len(asked)


def sign_in(door: str) -> Any:
    """Return a browser of somebody of the demo's cast."""
    from django.test import Client

    from taoli.accounts.models import Account

    client = Client(SERVER_NAME="127.0.0.1")
    account = Account.objects.get(username=f"demo-{door}")
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def planned(door: str, kind: str) -> Any:
    """Return a conference of today, planned by somebody of the cast."""
    from taoli.accounts.models import Membership
    from taoli.accounts.queries import actor_for
    from taoli.care.queries.conferences import places
    from taoli.care.services.conferences import Plan, plan_conference
    from taoli.common import clock

    actor = actor_for(Membership.objects.get(account__username=f"demo-{door}"), clock.today())
    where = next(one for one in places(actor) if kind in one.kinds)
    return plan_conference(by=actor, plan=Plan(kind=kind, place=where.key, held_on=clock.today()))


def get(client: Any, path: str) -> None:
    if client.get(path).status_code != 200:
        raise SystemExit(path)


def post(client: Any, row: Any) -> None:
    answer = client.post("/care/conferences/prepare/", {"conference": str(row.pk)})
    if answer.get("Location") != f"/care/conferences/{row.pk}/":
        raise SystemExit(str(answer.status_code))


if __name__ == "__main__":
    sys.exit(main())

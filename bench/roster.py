"""The roster door with 3,000 students and their guardians: `python bench/roster.py [--students N --rounds N]`.

CPU time of this process and of the reader's own process, as a ratio to reading the same file with the same reader and
inserting its rows in bulk without any rule, in one run. Bars: import 3 ×, preview 2 ×, memory of both processes
300 MB, the transaction that writes 2 s, a verdict on each of 100 malformed workbooks and 20 bombs 1 s.
"""

import argparse
import contextlib
import datetime as dt
import os
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
IMPORT_RATIO, PREVIEW_RATIO, MEGABYTES, WRITE_SECONDS, VERDICT_SECONDS = 3.0, 2.0, 300, 2.0, 1.0
TODAY = dt.date(2026, 11, 23)


def prepare(folder: str) -> None:
    os.environ |= {"TAOLI_DATA": folder, "TAOLI_LOG_LEVEL": "ERROR", "DJANGO_SETTINGS_MODULE": "taoli.config.settings"}
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


class Memory(threading.Thread):
    """Looks every few milliseconds at the memory this process and its children hold together."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most, self.over = 0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.01):
            self.most = max(self.most, sum(map(resident, [os.getpid(), *children()])))


def children() -> list[int]:
    with contextlib.suppress(OSError):
        tasks = Path(f"/proc/{os.getpid()}/task").iterdir()
        return [int(pid) for task in tasks for pid in (task / "children").read_text().split()]
    return []


def resident(pid: int) -> int:
    """Bytes held by a process; what it shares (as a fresh child does with its parent) is divided among the sharers."""
    with contextlib.suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return 0


@contextlib.contextmanager
def undone() -> Iterator[None]:
    """Take back what is written inside."""
    from django.db import transaction

    with contextlib.suppress(RuntimeError), transaction.atomic():
        yield
        raise RuntimeError


def plain(school: Any, data: bytes) -> None:
    """The anchor: the same reader, then rows in bulk, nothing checked, compared or planned."""
    from taoli.roster.models import ClassStay, Grade, Guardian, Guardianship, SchoolClass, Student
    from taoli.roster.readers.book import Upload
    from taoli.roster.readers.workbook import read_book

    book = read_book(Upload("名册.xlsx", data))
    sheets = {grid.name: grid.rows[1:] for grid in book.grids}
    with undone():
        grade = Grade.objects.create(school=school, name="高一", order=10)
        names = dict.fromkeys(row[3] for row in sheets["学生"])
        rooms = {name: SchoolClass(school=school, grade=grade, name=name, number=0) for name in names}
        SchoolClass.objects.bulk_create(rooms.values())
        students = {
            row[0]: Student(
                school=school, number=row[0], name=row[1], school_class=rooms[row[3]], seat=int(row[4]), gender="f"
            )
            for row in sheets["学生"]
        }
        Student.objects.bulk_create(students.values())
        ClassStay.objects.bulk_create(
            ClassStay(school=school, student=one, school_class=one.school_class, starts=TODAY)
            for one in students.values()
        )
        guardians = [Guardian(school=school, name=row[1], phone=row[3]) for row in sheets["家长"]]
        Guardian.objects.bulk_create(guardians)
        Guardianship.objects.bulk_create(
            Guardianship(school=school, student=students[row[0]], guardian=one, relation=row[2])
            for row, one in zip(sheets["家长"], guardians, strict=True)
        )


def measure(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Best CPU seconds of each, taken in turns."""
    best = dict.fromkeys(works, float("inf"))
    for _round in range(rounds):
        for name, work in works.items():
            began = cpu()
            work()
            best[name] = min(best[name], cpu() - began)
    return best


def roster(students: int, rounds: int) -> bool:
    from taoli.common.models import School
    from taoli.common.policy import system
    from taoli.roster.readers.book import Upload
    from taoli.roster.services import importing
    from tests.roster.books import large_book, workbook

    data = workbook(large_book(students, max(3, students // 50), students // 12))
    uploads = [Upload("名册.xlsx", data)]
    schools = [School.objects.create(code=f"b{n}", name="量") for n in range(rounds + 2)]
    written: list[tuple[float, float]] = []
    change = importing.change

    @contextlib.contextmanager
    def timed(**facts: Any) -> Iterator[Any]:
        began, used = time.perf_counter(), time.process_time()
        with change(**facts) as note:
            yield note
        if facts["action"] == "roster.import_apply":
            written.append((time.perf_counter() - began, time.process_time() - used))

    importing.change = timed  # type: ignore[assignment]
    empty, new = schools[-1], iter(schools)

    def whole() -> None:
        by = system(next(new).pk)
        row = importing.stage(by=by, uploads=uploads)
        importing.apply(by=by, pk=row.pk)

    # One import of a process that has done nothing else, then the rounds.
    memory = Memory()
    before = resident(os.getpid()) / 1024**2
    memory.start()
    whole()
    memory.over.set()
    spent = measure(
        {
            "plain": lambda: plain(empty, data),
            "preview": lambda: importing.preview(school_id=empty.pk, uploads=uploads),
            "import": whole,
        },
        rounds,
    )
    ratios = {name: spent[name] / spent["plain"] for name in ("preview", "import")}
    most = memory.most / 1024**2
    print(f"{students:,} students with guardians, {len(data) / 1024:.0f} kB")
    print(f"read and inserted without rules: {spent['plain']:.2f} s CPU")
    print(f"preview {ratios['preview']:.2f} x (bar {PREVIEW_RATIO}), {spent['preview']:.2f} s CPU")
    print(f"import  {ratios['import']:.2f} x (bar {IMPORT_RATIO}), {spent['import']:.2f} s CPU")
    print(f"memory of both processes {most:.0f} MB (bar {MEGABYTES}), {before:.0f} MB of it before anything was read")
    elapsed, used = (min(one[which] for one in written) for which in (0, 1))
    load = os.getloadavg()[0]
    print(f"the write {elapsed:.2f} s (bar {WRITE_SECONDS}), {used:.2f} s CPU; load of the machine {load:.1f}")
    return (
        ratios["preview"] <= PREVIEW_RATIO
        and ratios["import"] <= IMPORT_RATIO
        and most <= MEGABYTES
        and elapsed <= WRITE_SECONDS
    )


def verdicts() -> bool:
    from taoli.roster.queries.snapshot import Roster
    from taoli.roster.readers.book import Upload
    from taoli.roster.readers.roster import read_roster
    from tests.roster.corpora.bombs import BOMBS
    from tests.roster.corpora.damaged import DAMAGED
    from tests.roster.corpora.faulty import FAULTY

    good = True
    for kind, cases in (("malformed", [*DAMAGED, *FAULTY]), ("bombs", BOMBS)):
        taken = []
        for case in cases:
            upload = Upload(case.file, case.make())
            began = time.perf_counter()
            read_roster([upload], Roster(), today=TODAY, keep_identity=False)
            taken.append((time.perf_counter() - began, case.name))
        slowest, name = max(taken)
        print(f"{len(taken)} {kind}: slowest verdict {slowest:.2f} s ({name}; bar {VERDICT_SECONDS})")
        good = good and slowest <= VERDICT_SECONDS
    return good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        good = roster(options.students, options.rounds)
        return 0 if verdicts() and good else 1


if __name__ == "__main__":
    sys.exit(main())

"""Promotion of 3,000 students: `python bench/promotion.py [--students N --rounds N]`.

CPU and wall time of planning (outside) and of the one transaction, its statements, and of taking it back, beside an
anchor in the same run: one column of as many students written by a plain bulk UPDATE. Bar: the transaction 2 s.
"""

import argparse
import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SECONDS = 2.0
GRADES, ROOMS = ("高一", "高二", "高三"), 20
SUMMER, LAST = dt.date(2026, 9, 1), dt.date(2027, 7, 10)


def prepare(folder: str) -> None:
    os.environ |= {"TAOLI_DATA": folder, "TAOLI_LOG_LEVEL": "ERROR", "DJANGO_SETTINGS_MODULE": "taoli.config.settings"}
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def school(count: int) -> Any:
    """Return the office's actor of a school of three grades, everybody with an account, a group and a pairing."""
    from taoli.common.models import School
    from taoli.common.policy import system
    from taoli.common.unit import unit_of_work
    from taoli.matching.models import Pairing
    from taoli.roster.models import ClassStay, Grade, Group, GroupMember, SchoolClass, Staff, Student, Term
    from taoli.roster.services.people import open_accounts
    from taoli.schemes.models import SchemeVersion

    made = School.objects.create(code="bench", name="量一量中学")
    by = system(made.pk)
    with unit_of_work():
        Term.objects.create(school=made, name="2026-2027学年第二学期", starts=dt.date(2027, 2, 20), ends=LAST)
        staff = Staff.objects.bulk_create(
            Staff(school=made, number=f"T{n:04}", name=f"师{n}", sort_key=str(n)) for n in range(count // 12)
        )
        scheme = SchemeVersion.objects.create(school=made, version=1, preset_key="taigu-no2-2012", title="方案")
        place = 0
        for order, grade in enumerate(GRADES):
            row = Grade.objects.create(school=made, name=grade, order=order)
            for number in range(1, ROOMS + 1):
                room = SchoolClass.objects.create(
                    school=made, grade=row, name=f"{grade}({number})班", number=number, homeroom_teacher=staff[place]
                )
                place += 1
                size = count // (len(GRADES) * ROOMS)
                pupils = Student.objects.bulk_create(
                    Student(
                        school=made,
                        number=f"{order}{number:02}{seat:03}",
                        name=f"生{order}{number}{seat}",
                        school_class=room,
                        mentor=staff[(place * 7 + seat // 10) % len(staff)],
                    )
                    for seat in range(size)
                )
                ClassStay.objects.bulk_create(
                    ClassStay(school=made, student=one, school_class=room, starts=SUMMER) for one in pupils
                )
                for start in range(0, size, 10):
                    group = Group.objects.create(school=made, kind="study_group", name=f"{start}组", school_class=room)
                    some = pupils[start : start + 10]
                    GroupMember.objects.bulk_create(
                        GroupMember(school=made, group=group, student=one, starts=SUMMER) for one in some
                    )
                    Pairing.objects.bulk_create(
                        Pairing(
                            school=made,
                            student=one,
                            mentor=one.mentor,
                            group=group,
                            school_class=room,
                            scheme=scheme,
                            starts=SUMMER,
                        )
                        for one in some
                    )
    open_accounts(by=by)
    return by


class Spent:
    """What the transaction took: from its first statement to its last."""

    def __init__(self) -> None:
        self.statements, self.cpu, self.wall = 0, 0.0, 0.0

    def __call__(self, execute: Callable[..., Any], sql: Any, params: Any, many: Any, context: Any) -> Any:
        from django.db import connection

        if connection.in_atomic_block:
            if not self.statements:
                self.began = time.process_time(), time.perf_counter()
            self.statements += 1
        done = execute(sql, params, many, context)
        if connection.in_atomic_block:
            self.cpu, self.wall = time.process_time() - self.began[0], time.perf_counter() - self.began[1]
        return done


def spent(work: Callable[[], Any]) -> tuple[Spent, float]:
    """Return what the transaction of the work took, and the CPU of the whole."""
    from django.db import connection

    seen, begun = Spent(), time.process_time()
    with connection.execute_wrapper(seen):
        work()
    return seen, time.process_time() - begun


def anchor(by: Any) -> float:
    """Return the wall time of the plain bulk UPDATE in its transaction."""
    from django.db import transaction

    from taoli.roster.models import Student

    begun = time.perf_counter()
    with transaction.atomic():
        Student.objects.of(by.school_id).update(seat=1)
    return time.perf_counter() - begun


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--students", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        import time_machine

        from taoli.handover.services import years

        worst = 0.0
        with time_machine.travel(dt.datetime(2027, 9, 1, 4, tzinfo=dt.UTC), tick=True):
            by = school(said.students)
            plain = statistics.median(anchor(by) for _each in range(5))
            print(f"anchor: bulk UPDATE of {said.students} rows {plain * 1000:.0f} ms wall")
            for _each in range(said.rounds):
                row = years.open_year(by=by)
                years.check_year(by=by, pk=row.pk, edit=row.edit)
                on, whole = spent(lambda row=row: years.apply_year(by=by, pk=row.pk, edit=row.edit))  # type: ignore[misc]
                off, _whole = spent(lambda row=row: years.undo_year(by=by, pk=row.pk))  # type: ignore[misc]
                worst = max(worst, on.wall, off.wall)
                for what, one in (("apply", on), ("undo", off)):
                    print(
                        f"{what}: {one.statements} statements in the transaction, {one.cpu:.2f} s CPU, "
                        f"{one.wall:.2f} s wall, {one.wall / plain:.0f} × the anchor"
                    )
                print(f"planning outside: {whole - on.cpu:.2f} s CPU")
    print(f"longest transaction {worst:.2f} s (bar {SECONDS} s)")
    return int(worst > SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())

"""One talk with its cells and sums against the bare insert of its two rows, on a database of its own."""

import datetime as dt
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MENTORS, MENTEES, BEFORE = 40, 8, 12  # records of each student that are there before
START, END, TODAY = dt.date(2026, 9, 1), dt.date(2027, 1, 22), dt.date(2026, 11, 23)


def record(rounds: int, most: float) -> int:
    """Print the ratio; 1 when it is above the bar."""
    _prepare()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from taoli.common.models import School
    from taoli.duties.models import Act
    from taoli.duties.queries import ensure_cells
    from taoli.duties.services import recount
    from taoli.guidance.models import GuidanceRecord
    from taoli.roster.models import Term

    school = School.objects.get(code="bench")
    term = Term.objects.of(school).latest("starts")
    ensure_cells(school.pk)
    GuidanceRecord.objects.of(school).delete()
    Act.objects.of(school).exclude(source="bench").delete()
    recount(school_id=school.pk, term_id=term.pk)

    bare, whole = _works(school.pk)
    with CaptureQueriesContext(connection) as seen:
        whole()
    mine, anchor = _in_turns(whole, bare, rounds)
    recount(school_id=school.pk, term_id=term.pk)
    drift = _drift_after(whole, school.pk, term.pk)
    for name, (spent, passed) in (("with cells and sums", mine), ("bare insert", anchor)):
        print(f"{name:<20} CPU {spent:.2f} ms, elapsed {passed:.2f} ms")
    ratio, elapsed = mine[0] / anchor[0], mine[1] / anchor[1]
    print(
        f"{connection.vendor}: {len(seen)} statements; "
        f"ratio CPU {ratio:.2f}, elapsed {elapsed:.2f} (bar {most}); {drift}"
    )
    return int(ratio > most or "no" not in drift)


def _works(school_id: int) -> tuple[Callable[[], None], Callable[[], None]]:
    """Return the bare insert and the whole way of one talk, of another student and day each time."""
    from django.db import transaction

    from taoli.common.ids import new_id
    from taoli.common.policy import system
    from taoli.duties.models import Act
    from taoli.duties.services import NewAct, add_acts
    from taoli.guidance.models import GuidanceRecord
    from taoli.matching.models import Pairing

    by, pairings = system(school_id), list(Pairing.objects.of(school_id).order_by("id"))
    turn, lived = iter(range(10**9)), (TODAY - START).days

    def bare() -> None:
        number = next(turn)
        one, day = pairings[number * 7 % len(pairings)], TODAY - dt.timedelta(days=number % lived)
        known = {"school_id": school_id, "occasion": new_id(), "student_id": one.student_id, "kind": "talk"}
        known |= {"channel": "face_to_face", "held_on": day}
        with transaction.atomic():
            row = GuidanceRecord.objects.create(
                **known, by_id=one.mentor_id, pairing_id=one.pk, school_class_id=one.school_class_id, entered_at=_now()
            )
            Act.objects.create(**known, source="guidance", source_id=row.pk, mentor_id=one.mentor_id, entered_on=TODAY)

    def whole() -> None:
        number = next(turn)
        one, day = pairings[number * 7 % len(pairings)], TODAY - dt.timedelta(days=number % lived)
        act = NewAct(
            occasion=new_id(),
            source="guidance",
            source_id=new_id(),
            kind="talk",
            channel="face_to_face",
            mentor_id=one.mentor_id,
            student_id=one.student_id,
            held_on=day,
            entered_on=TODAY,
        )
        add_acts(by=by, acts=[act])

    return bare, whole


def _drift_after(whole: Callable[[], None], school_id: int, term_id: object) -> str:
    from taoli.duties.services import recount

    for _each in range(20):
        whole()
    drift = recount(school_id=school_id, term_id=term_id, fix=False)  # type: ignore[arg-type]
    return f"drift {drift}" if drift else "no drift"


def _in_turns(*works: Callable[[], None] | int) -> list[tuple[float, float]]:
    """Median CPU and elapsed milliseconds of each, taken in turns; the first twenty warm up."""
    *todo, rounds = works
    spent: list[list[float]] = [[] for _work in todo]
    passed: list[list[float]] = [[] for _work in todo]
    for number in range(rounds + 20):  # type: ignore[operator]
        for place, work in enumerate(todo):
            began, started = time.process_time(), time.perf_counter()
            work()  # type: ignore[operator]
            if number >= 20:
                spent[place].append(time.process_time() - began)
                passed[place].append(time.perf_counter() - started)
    return [
        (statistics.median(own) * 1000, statistics.median(all_) * 1000) for own, all_ in zip(spent, passed, strict=True)
    ]


def _now() -> dt.datetime:
    return dt.datetime(2026, 11, 23, 2, 5, tzinfo=dt.UTC)


def _prepare() -> None:
    folder = Path(os.environ.get("TAOLI_BENCH_DATA", ROOT / ".cache" / "bench")) / "one-record"
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
    if not School.objects.filter(code="bench").exists():
        _fill()


def _fill() -> None:
    from django.db import transaction

    from bench.terms import scheme
    from taoli.common.models import School
    from taoli.engine.scheme import checksum, dump
    from taoli.roster.models import Grade, SchoolClass, Term
    from taoli.schemes.models import SchemeVersion

    with transaction.atomic():
        school = School.objects.create(code="bench", name="试验学校")
        Term.objects.create(school=school, name="上学期", starts=START, ends=END)
        grade = Grade.objects.create(school=school, name="一年级", order=1)
        room = SchoolClass.objects.create(school=school, grade=grade, name="1班", number=1)
        version = SchemeVersion.objects.create(
            school=school,
            preset_key=scheme().key,
            version=1,
            title="试验",
            state=SchemeVersion.State.PUBLISHED,
            rules=dump(scheme()),
            checksum=checksum(scheme()),
            in_force_from=START,
        )
        for number in range(MENTORS):
            _mentor(number, school_class=room, scheme=version)


def _mentor(number: int, **common: Any) -> None:
    """Add a mentor with a group of mentees, and a talk a week with each."""
    from taoli.common.ids import new_id
    from taoli.common.policy import system
    from taoli.duties.services import NewAct, add_acts
    from taoli.matching.models import Pairing
    from taoli.roster.models import Group, Staff, Student

    room = common["school_class"]
    school = room.school
    mentor = Staff.objects.create(school=school, number=f"T{number}", name=f"导师{number}", sort_key=str(number))
    group = Group.objects.create(school=school, kind=Group.Kind.STUDY_GROUP, name=f"{number}组", school_class=room)
    for place in range(MENTEES):
        name = f"{number}-{place}"
        student = Student.objects.create(
            school=school, number=f"S{name}", name=f"学生{name}", sort_key=name, school_class=room
        )
        Pairing.objects.create(school=school, student=student, mentor=mentor, group=group, starts=START, **common)
        acts = [
            NewAct(
                occasion=new_id(),
                source="bench",
                source_id=new_id(),
                kind="talk",
                channel="face_to_face",
                mentor_id=mentor.pk,
                student_id=student.pk,
                held_on=START + dt.timedelta(days=7 * week),
                entered_on=TODAY,
            )
            for week in range(BEFORE)
        ]
        add_acts(by=system(school.pk), acts=acts)

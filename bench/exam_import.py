"""Marks of 3,000 students in 9 subjects: `python bench/exam_import.py [--students N --subjects N --rounds N]`.

A real workbook read and staged, then taken in, taken in again with every mark changed, and taken back: CPU outside, and
statements, CPU and wall time of the write transaction, beside an anchor in the same run: as many short rows in a
plain bulk INSERT into a table without constraints. Bar: the longest transaction 2 s.
"""

import argparse
import datetime as dt
import io
import statistics
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SECONDS, ROOMS = 2.0, 60
SUBJECTS = ("语文", "数学", "英语", "物理", "化学", "生物", "历史", "地理", "政治")


def workbook(students: int, subjects: int, round_: int) -> bytes:
    """Return an .xlsx: a row for every student, a column for every subject."""
    import xlsxwriter

    from taoli.roster.models import Student

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("成绩")
        sheet.write_row(0, 0, ["学号", *SUBJECTS[:subjects]])
        numbers = Student.objects.order_by("number").values_list("number", flat=True)[:students]
        for at, number in enumerate(numbers, 1):
            sheet.write_row(at, 0, [number, *[40 + (at * 7 + place * 3 + round_) % 60 for place in range(subjects)]])
    return out.getvalue()


def anchor(rows: int) -> float:
    """Return the wall time of the plain bulk INSERT in its transaction."""
    from django.db import connection, transaction

    from taoli.common.ids import new_id

    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE plain (a char(32), b int, c char(32), d char(32), e text, f text)")
        values = [(new_id().hex, 1, new_id().hex, new_id().hex, "taken", "88") for _each in range(rows)]
        begun = time.perf_counter()
        with transaction.atomic():
            cursor.executemany("INSERT INTO plain VALUES (%s, %s, %s, %s, %s, %s)", values)
        took = time.perf_counter() - begun
        cursor.execute("DROP TABLE plain")
    return took


def office(school_id: int) -> Any:
    from taoli.common.policy import Actor, Held, Role

    return Actor(None, school_id, "staff", None, "教务处", (Held(Role.MORAL_OFFICE),))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=3000)
    parser.add_argument("--subjects", type=int, default=len(SUBJECTS))
    parser.add_argument("--rounds", type=int, default=2)
    said = parser.parse_args()
    from bench import promotion

    with tempfile.TemporaryDirectory() as folder:
        promotion.prepare(folder)
        promotion.GRADES, promotion.ROOMS = ("高一",), ROOMS
        import time_machine

        with time_machine.travel(dt.datetime(2027, 5, 10, 4, tzinfo=dt.UTC), tick=True):
            by = office(promotion.school(said.students).school_id)
            longest = run(by, said.students, said.subjects, said.rounds)
    print(f"longest transaction {longest:.2f} s (bar {SECONDS} s)")
    return int(longest > SECONDS)


def run(by: Any, students: int, subjects: int, rounds: int) -> float:
    """Print the figures; return the wall time of the longest transaction."""
    from bench.promotion import spent
    from taoli.archive.models import Exam
    from taoli.archive.services import (
        ExamFacts,
        add_exam,
        apply_import,
        publish_exam,
        read_workbook,
        stage_marks,
        undo_import,
    )
    from taoli.roster.models import Grade

    plain = statistics.median(anchor(students * subjects) for _each in range(5))
    print(f"anchor: bulk INSERT of {students * subjects} plain rows {plain * 1000:.0f} ms wall")
    papers = [(name, Decimal(100)) for name in SUBJECTS[:subjects]]
    grade = Grade.objects.of(by.school_id).get().pk
    facts = ExamFacts(name="期中考试", kind="midterm", held_on=dt.date(2027, 5, 6), grade_id=grade, subjects=papers)
    exam, longest = add_exam(by=by, facts=facts), 0.0
    for place in range(rounds):
        data, begun = workbook(students, subjects, place), time.process_time()
        exam = Exam.objects.of(by.school_id).get(pk=exam.pk)
        if place == 1:  # from now on each import describes the year anew
            exam = publish_exam(by=by, pk=exam.pk, edit=exam.edit)
        reading = read_workbook(by=by, exam=exam, name="成绩.xlsx", data=data)
        row = stage_marks(by=by, exam=exam, reading=reading, name="成绩.xlsx", data=data)
        print(f"read and staged {row.counts['marks']} marks: {time.process_time() - begun:.1f} s CPU")
        works = [("first" if not place else "again, all changed", lambda pk=row.pk: apply_import(by=by, pk=pk))]
        if place:
            works.append(("taken back", lambda pk=row.pk: undo_import(by=by, pk=pk)))
        for what, work in works:
            seen, _whole = spent(work)
            longest = max(longest, seen.wall)
            print(
                f"{what}: {seen.statements} statements in the transaction, {seen.cpu:.2f} s CPU, {seen.wall:.2f} s "
                f"wall, {seen.wall / plain:.1f} × the anchor"
            )
    return longest


if __name__ == "__main__":
    raise SystemExit(main())

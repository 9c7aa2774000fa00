"""A city on PostgreSQL in minutes: one school made by services and `generate_series`, then cloned by the database.

Every identifier of the first school begins with its number; the clone of school k is INSERT … SELECT with the other
number at the beginning of each.
"""

import datetime as dt
import time
import uuid
from collections.abc import Iterator
from typing import Any

YEAR_ENDS, DAYS, MENTEES = dt.date(2026, 11, 22), 364, 12
PAIRED_FROM = dt.date(2025, 9, 1)
# Reckoned from the acts, no records of their own: kept for the first schools only, they would double the time.
RECKONED = {"duties.DutyCell", "duties.MentorRollup", "duties.CellState"}
CHAINED = {"common.AuditEntry", "common.AuditHead"}  # a clone begins its own chain
SHARED = ("accounts.Account", "accounts.Membership", "accounts.RoleHeld")
ACT = "('00000001-0000-7001-8000-' || lpad(to_hex(n), 12, '0'))::uuid"
ACTS = f"""
INSERT INTO duties_act (id, school_id, occasion, source, source_id, kind, channel, made, mentor_id, student_id,
    group_id, held_on, entered_on, minutes, theme, planned, refused, size)
SELECT {ACT}, %(school)s, {ACT}, 'guidance', {ACT}, kind,
    CASE kind WHEN 'talk' THEN 'face_to_face' WHEN 'family_contact' THEN 'phone' WHEN 'group_activity' THEN 'activity'
        ELSE (ARRAY['in_home', 'in_home', 'at_school', 'video', 'third_place'])[1 + n %% 5] END,
    luck < 0.97, mentor_id, student_id, NULL, held_on, held_on + (n %% 3)::int, 15, false, false,
    CASE WHEN kind = 'home_visit' AND luck >= 0.99 THEN 'once' ELSE '' END, 1
FROM (
    SELECT n, random() AS luck, %(ends)s::date - floor(random() * %(days)s)::int AS held_on,
        (ARRAY['talk', 'talk', 'talk', 'talk', 'talk', 'talk', 'talk', 'family_contact', 'family_contact', 'home_visit',
            'group_activity'])[1 + floor(random() * 11)::int] AS kind,
        1 + floor(random() * %(students)s)::int AS who
    FROM generate_series(1, %(acts)s) n
) drawn JOIN (
    SELECT student_id, mentor_id, row_number() OVER (ORDER BY student_id) AS place FROM matching_pairing
    WHERE school_id = %(school)s
) paired ON paired.place = drawn.who
"""  # noqa: S608 our own words


def generate(schools: int, students: int, acts: int, reckoned: int = 2) -> Any:
    """Make so many schools of so many students and acts each; return the first. Prints what took how long."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.5)")
    began = time.perf_counter()
    first = template(students, acts)
    print(f"the first school in {time.perf_counter() - began:.0f} s", flush=True)
    began = time.perf_counter()
    tables = [(one, *_columns(one)) for one in _models() if _filled(one, first.pk)]
    for number in range(2, schools + 1):
        _clone(tables, first, number, everything=number <= reckoned)
        if number % 20 == 0:
            print(f"  {number} schools, {time.perf_counter() - began:.0f} s", flush=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence('common_school', 'id'), (SELECT max(id) FROM common_school))"
        )
        cursor.execute("VACUUM (ANALYZE)")
    print(f"{schools - 1} clones in {time.perf_counter() - began:.0f} s", flush=True)
    return first


def template(students: int, acts: int) -> Any:
    """Make the first school: people and scheme by the services, acts by the database, cells by the product."""
    from django.db import connection

    from taoli.common import ids
    from taoli.duties.services import recount
    from taoli.rehearsal.services.making import make_school
    from taoli.rehearsal.services.pairing import TYPED, adopt_scheme
    from taoli.rehearsal.services.people import load_people
    from taoli.rehearsal.services.specs import big

    token = ids._steady.set(_numbered())  # noqa: SLF001 numbers that a clone can change
    try:
        loaded = load_people(make_school(big(students)))
        _mentors(loaded)
        _pair(loaded, adopt_scheme(loaded, TYPED))
        school, there = loaded.school, len(loaded.students)
        values = {"school": school.pk, "acts": acts, "students": there, "ends": YEAR_ENDS, "days": DAYS}
        with connection.cursor() as cursor:
            cursor.execute(ACTS, values)
            cursor.execute("ANALYZE")
        began = time.perf_counter()
        recount(school_id=school.pk, term_id=loaded.term.pk)
        print(f"its cells, sums and weeks from nothing in {time.perf_counter() - began:.0f} s", flush=True)
    finally:
        ids._steady.reset(token)  # noqa: SLF001 as above
    return school


def _numbered() -> Iterator[uuid.UUID]:
    count = 0
    while True:
        count += 1
        yield uuid.UUID(int=1 << 96 | 7 << 76 | 2 << 62 | count)


def _pair(loaded: Any, scheme: Any) -> None:
    from taoli.matching.models import Pairing

    staff = list(loaded.staff.values())
    rows = [
        Pairing(
            school=loaded.school,
            student=student,
            mentor=staff[place // MENTEES % len(staff)],
            school_class_id=student.school_class_id,
            scheme=scheme,
            starts=PAIRED_FROM,
        )
        for place, student in enumerate(loaded.students.values())
    ]
    Pairing.objects.bulk_create(rows, batch_size=1000)


def _mentors(loaded: Any) -> None:
    from taoli.accounts import services as accounts
    from taoli.common.policy import Role

    for number, row in loaded.staff.items():
        known = {"person_kind": "staff", "person_id": row.pk, "name": row.name}
        account = accounts.open_account(by=loaded.by, school=loaded.school, username=f"bench-{number}", **known)
        accounts.give_role(by=loaded.by, account=account, role=Role.MENTOR, starts=PAIRED_FROM)


def _models() -> list[Any]:
    from django.apps import apps

    from taoli.common.tenancy import tenant_models

    return [apps.get_model(one) for one in SHARED] + [one for one in tenant_models() if one._meta.label not in CHAINED]


def _filled(model: Any, school_id: int) -> bool:
    return not hasattr(model, "school") or model._default_manager.filter(school_id=school_id).exists()


def _columns(model: Any) -> tuple[str, str]:
    """Return the names of the columns and what a clone has in each."""
    from django.db.models import JSONField, UUIDField

    names, values = [], []
    for field in model._meta.concrete_fields:
        name = f'"{field.column}"'
        names.append(name)
        if field.name == "school":
            values.append("%(school)s")
        elif field.name == "username":
            values.append(f"{name} || %(number)s::text")
        elif isinstance(field, JSONField):
            values.append(f"replace({name}::text, %(old)s, %(new)s)::jsonb")
        elif isinstance(getattr(field, "target_field", field), UUIDField):
            values.append(f"replace({name}::text, %(old)s, %(new)s)::uuid")
        else:
            values.append(name)
    return ", ".join(names), ", ".join(values)


def _clone(tables: list[tuple[Any, str, str]], first: Any, number: int, *, everything: bool) -> None:
    from django.db import connection, transaction

    from taoli.common.models import School

    row = School.objects.create(code=f"bench{number:03}", name=f"第{number}学校", area_id=first.area_id)
    values = {"first": first.pk, "school": row.pk, "number": number, "old": f"{1:08x}-", "new": f"{number:08x}-"}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # no check row by row: the first one's are right
        for model, names, selected in tables:
            if model._meta.label in RECKONED and not everything:
                continue
            table = f'"{model._meta.db_table}"'
            which = "school_id = %(first)s" if hasattr(model, "school") else "id::text LIKE %(old)s || '%%'"
            cursor.execute(f"INSERT INTO {table} ({names}) SELECT {selected} FROM {table} WHERE {which}", values)  # noqa: S608

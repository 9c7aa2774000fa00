"""The first fence."""

import pytest
from django.db import IntegrityError, connection, transaction

from taoli.common.guard import MissingSchool, SchoolGuard
from taoli.common.tenancy import cross_school
from taoli.roster.models import SchoolClass, Student
from tests.world import World


def test_database_refuses_another_schools_row(world: World) -> None:
    assert world.stranger is not None
    room = world.stranger.school_class_id
    with pytest.raises(IntegrityError), transaction.atomic(), cross_school("constraint check"):  # noqa: PT012 one act
        Student.objects.create(school=world.school, number="S900", name="甲", school_class_id=room)
        connection.check_constraints()


def test_join_carries_the_school(world: World) -> None:
    rows = Student.objects.of(world.school).filter(school_class__grade__name="高一")
    assert {row.name for row in rows} == {"林子涵", "周一诺", "孙浩然", "赵思源", "钱多多"}
    assert str(rows.query).count('"school_id"') >= 5


def test_reverse_join_carries_the_school(world: World) -> None:
    found = SchoolClass.objects.of(world.school).filter(students__name="吴桐")
    assert [row.name for row in found] == ["高二(1)班"]


def test_forward_and_reverse_access_name_the_school(world: World) -> None:
    student = Student.objects.of(world.school).get(name="林子涵")
    assert student.school_class.name == "高一(1)班"
    assert student.school_class.students.of(world.school).count() == 3


JOIN = 'SELECT * FROM "roster_student" INNER JOIN "roster_staff" ON '
SAME = '("roster_staff"."school_id" = ("roster_student"."school_id"))'
UNFENCED = {
    "plain": 'SELECT "roster_student"."name" FROM "roster_student"',
    "join": f'{JOIN}("roster_student"."mentor_id" = "roster_staff"."id") WHERE "roster_student"."school_id" = %s',
    "all-school join": f"{JOIN}{SAME}",
    "subquery": 'SELECT * FROM "roster_staff" WHERE "roster_staff"."school_id" = %s AND "roster_staff"."id" IN '
    '(SELECT U0."mentor_id" FROM "roster_student" U0)',
    "outer reference only": 'SELECT (SELECT COUNT(*) FROM "roster_student" U0 WHERE U0."school_id" = '
    '("roster_staff"."school_id")) FROM "roster_staff" WHERE "roster_staff"."school_id" = %s',
    "update": 'UPDATE "roster_student" SET "name" = %s',
    "delete": 'DELETE FROM "roster_student" WHERE "roster_student"."id" = %s',
    "insert": 'INSERT INTO "roster_student" ("id", "name") VALUES (%s, %s)',
}
FENCED = {
    "plain": 'SELECT * FROM "roster_student" WHERE "roster_student"."school_id" = %s',
    "join": f'{JOIN}("roster_student"."mentor_id" = "roster_staff"."id" AND {SAME}) '
    'WHERE "roster_student"."school_id" = %s',
    "insert": 'INSERT INTO "roster_student" ("id", "school_id") VALUES (%s, %s)',
    "shared": 'SELECT * FROM "common_school"',
    "savepoint": "SAVEPOINT s1",
}


@pytest.mark.parametrize("statement", UNFENCED.values(), ids=UNFENCED)
def test_guard_refuses_a_statement_without_school(world: World, statement: str) -> None:
    with pytest.raises(MissingSchool):
        SchoolGuard().check(statement)


@pytest.mark.parametrize("statement", FENCED.values(), ids=FENCED)
def test_guard_lets_a_fenced_statement_pass(world: World, statement: str) -> None:
    SchoolGuard().check(statement)


def test_guard_is_on_in_tests_and_off_inside_cross_school(world: World) -> None:
    with pytest.raises(MissingSchool):
        list(Student.objects.all())
    with cross_school("test"):
        assert Student.objects.count() == 7


def test_school_of_a_row_never_changes(world: World) -> None:
    student = Student.objects.of(world.school).get(name="林子涵")
    student.school = world.other
    with pytest.raises(ValueError, match="fixed"):
        student.save()


def test_rows_are_not_deleted_one_by_one(world: World) -> None:
    with pytest.raises(TypeError, match="closed"):
        world.students["林子涵"].delete()

"""Mentors, units, who teaches whom."""

import datetime as dt

from taoli.roster.models import Group, GroupMember, TeachingAssignment
from taoli.roster.queries.people import group_of, mentors, present, teaches, units
from tests.world import START, TODAY, World


def test_mentors_are_the_own_staff_who_have_not_left(world: World) -> None:
    gone = world.staff["吴考"]
    gone.left_on = TODAY
    gone.save()
    names = [one.name for one in mentors(world.school.pk)]
    assert names == ["王敏", "李慧", "陈立", "赵国栋", "孙悦", "钱程", "郑明", "周宁", "何静"]


def test_the_present_are_everybody_also_from_outside(world: World) -> None:
    assert {one.name for one in present(world.school.pk)} - {one.name for one in mentors(world.school.pk)} == {"老秦"}


def test_units_come_with_class_grade_students_and_homeroom_teacher(world: World) -> None:
    rows = units(world.school.pk, Group.Kind.STUDY_GROUP, TODAY)
    assert [one.group.name for one in rows] == ["朝阳组", "远山组", "春笋组"]
    first = rows[0]
    assert first.class_id == world.classes["高一(1)班"].pk
    assert first.grade_id == world.grades["高一"].pk
    assert first.homeroom_staff_id == world.staff["李慧"].pk
    assert first.student_ids == (world.students["林子涵"].pk, world.students["周一诺"].pk)


def test_a_dormitory_of_two_classes_counts_to_the_class_of_most(world: World) -> None:
    room = Group.objects.create(school=world.school, kind=Group.Kind.DORMITORY, name="3号楼201")
    for name in ("林子涵", "赵思源", "钱多多"):
        GroupMember.objects.create(school=world.school, group=room, student=world.students[name], starts=START)
    (unit,) = units(world.school.pk, Group.Kind.DORMITORY, TODAY)
    assert unit.class_id == world.classes["高一(2)班"].pk
    assert len(unit.student_ids) == 3


def test_those_who_left_a_unit_or_the_school_are_not_in_it(world: World) -> None:
    GroupMember.objects.of(world.school).filter(student=world.students["林子涵"]).update(ends=dt.date(2026, 10, 1))
    gone = world.students["周一诺"]
    gone.left_on = TODAY
    gone.save()
    kind = Group.Kind.STUDY_GROUP
    assert [one.group.name for one in units(world.school.pk, kind, TODAY)] == ["远山组", "春笋组"]
    before = dt.date(2026, 9, 30)
    ids = [one.pk for one in world.students.values()]
    assert group_of(world.school.pk, ids, kind, before)[world.students["林子涵"].pk] == world.groups["朝阳组"].pk
    assert world.students["林子涵"].pk not in group_of(world.school.pk, ids, kind, TODAY)


def test_teaches_joins_assignments_homerooms_and_teaching_groups(world: World) -> None:
    group = Group.objects.create(school=world.school, kind=Group.Kind.TEACHING_GROUP, name="物理选考1")
    for name in ("赵思源", "吴桐"):
        GroupMember.objects.create(school=world.school, group=group, student=world.students[name], starts=START)
    subject = world.staff["钱程"].subject
    assert subject is not None
    TeachingAssignment.objects.create(
        school=world.school,
        staff=world.staff["钱程"],
        group=group,
        subject=subject,
        starts=START,
    )
    one, two, three = (world.classes[name].pk for name in ("高一(1)班", "高一(2)班", "高二(1)班"))
    found = teaches(world.school.pk, TODAY)
    assert found[world.staff["王敏"].pk] == {one, two}
    assert found[world.staff["陈立"].pk] == {two}
    assert found[world.staff["钱程"].pk] == {two, three}
    assert world.staff["郑明"].pk not in found


def test_an_ended_assignment_no_longer_counts(world: World) -> None:
    TeachingAssignment.objects.of(world.school).filter(
        staff=world.staff["王敏"], school_class=world.classes["高一(2)班"]
    ).update(ends=dt.date(2026, 10, 31))
    assert teaches(world.school.pk, TODAY)[world.staff["王敏"].pk] == {world.classes["高一(1)班"].pk}

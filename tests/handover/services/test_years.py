"""A change of year: planned, checked, applied at once, taken back."""

import datetime as dt

import pytest
import time_machine

from taoli.accounts.models import RoleHeld
from taoli.common.errors import ConflictError, TaoliError
from taoli.handover.models import YearChange
from taoli.handover.phrases.years import problem_sentence
from taoli.handover.services import years
from taoli.roster.models import (
    ClassStay,
    Grade,
    Group,
    GroupMember,
    SchoolClass,
    Staff,
    Student,
    Subject,
    TeachingAssignment,
    Term,
)
from taoli.roster.services.terms import save_term
from tests.handover.changing import applied, checked, classes, drafted, pairing, replan, room_of, talked, way, ways_of
from tests.world import World

pytestmark = pytest.mark.usefixtures("summer")


def test_the_usual_plan_takes_each_class_up_and_lets_the_highest_graduate(world: World) -> None:
    row = drafted(world)
    assert ways_of(row) == {
        "高一(1)班": ("up", "高二(1)班"),
        "高一(2)班": ("up", "高二(2)班"),
        "高二(1)班": ("graduates", ""),
    }
    assert (row.term_name, row.starts, row.pairings) == ("2027-2028学年第一学期", dt.date(2027, 9, 1), "keep")
    assert drafted(world).pk == row.pk


def test_an_applied_plan_moves_everybody_and_keeps_what_was(settled: World) -> None:
    row = applied(settled)
    assert row.state == YearChange.State.APPLIED
    assert (room_of(settled, "林子涵"), room_of(settled, "钱多多")) == ("高二(1)班", "高二(2)班")
    gone = Student.objects.of(settled.school).get(pk=settled.students["吴桐"].pk)
    assert (gone.left_on, gone.mentor_id) == (dt.date(2027, 8, 31), None)
    stays = ClassStay.objects.of(settled.school).filter(student=settled.students["林子涵"]).order_by("starts")
    assert [(one.school_class.name, one.ends) for one in stays] == [
        ("高一(1)班", dt.date(2027, 8, 31)),
        ("高二(1)班", None),
    ]
    assert Term.objects.of(settled.school).filter(name=row.term_name).exists()
    assert sorted(classes(settled)) == ["高二(1)班", "高二(2)班"]


def test_homeroom_teachers_teachers_and_groups_go_along(settled: World) -> None:
    applied(settled)
    now = classes(settled)
    assert now["高二(1)班"].homeroom_teacher == settled.staff["李慧"]
    assert SchoolClass.objects.of(settled.school).get(name="高一(1)班").homeroom_teacher_id is None
    taught = TeachingAssignment.objects.of(settled.school).filter(ends=None)
    assert {(one.staff.name, one.school_class.name) for one in taught if one.school_class} == {
        ("王敏", "高二(1)班"),
        ("王敏", "高二(2)班"),
        ("李慧", "高二(1)班"),
    }
    group = Group.objects.of(settled.school).get(name="朝阳组", school_class=now["高二(1)班"])
    members = GroupMember.objects.of(settled.school).filter(group=group, ends=None)
    assert {one.student.name for one in members} == {"林子涵", "周一诺"}
    held = RoleHeld.objects.filter(school=settled.school, role="homeroom_teacher", ends=None)
    assert [one.place_id for one in held] == [now["高二(1)班"].pk]


def test_pairings_go_on_in_the_new_class_or_end_with_the_year(settled: World) -> None:
    applied(settled)
    kept, over = pairing(settled, "林子涵"), pairing(settled, "吴桐")
    assert (kept.ends, kept.school_class.name, kept.mentor.name) == (None, "高二(1)班", "王敏")
    assert (over.ends, over.end_reason) == (dt.date(2027, 8, 31), "graduated")


def test_pairings_that_end_with_the_year_leave_nobody_named(settled: World) -> None:
    applied(settled, replan(settled, drafted(settled), pairings="end", teaching="end"))
    assert (pairing(settled, "林子涵").end_reason, pairing(settled, "林子涵").ends) == (
        "year_end",
        dt.date(2027, 8, 31),
    )
    assert not Student.objects.of(settled.school).filter(left_on=None).exclude(mentor=None).exists()
    assert not TeachingAssignment.objects.of(settled.school).filter(ends=None).exists()


def test_students_may_go_other_ways(settled: World) -> None:
    row = drafted(settled)
    for name, how, target, reason in (
        ("林子涵", "repeats", "", ""),
        ("孙浩然", "moves", "高二(2)班", ""),
        ("赵思源", "leaves", "", "transferred_out"),
    ):
        row.refresh_from_db()
        years.add_exception(
            by=settled.office,
            pk=row.pk,
            edit=row.edit,
            student_id=settled.students[name].pk,
            way=how,
            target=target,
            reason=reason,
        )
    row.refresh_from_db()
    applied(settled, row)
    assert (room_of(settled, "林子涵"), room_of(settled, "孙浩然")) == ("高一(1)班", "高二(2)班")
    assert pairing(settled, "赵思源").end_reason == "transferred_out"
    assert pairing(settled, "林子涵").ends is None
    left = classes(settled)["高一(1)班"]
    assert left.homeroom_teacher_id is None
    assert not GroupMember.objects.of(settled.school).filter(student=settled.students["孙浩然"], ends=None).exists()


def test_a_line_of_an_exception_is_replaced_and_taken_out(world: World) -> None:
    row = drafted(world)
    student = world.students["林子涵"].pk
    years.add_exception(by=world.office, pk=row.pk, edit=1, student_id=student, way="repeats")
    line = years.add_exception(by=world.office, pk=row.pk, edit=2, student_id=student, way="moves", target="高二(2)班")
    assert (line.way, line.target) == ("moves", "高二(2)班")
    years.drop_exception(by=world.office, pk=row.pk, edit=3, line_id=line.pk)
    applied(world, YearChange.objects.of(world.school).get(pk=row.pk))
    assert room_of(world, "林子涵") == "高二(1)班"


def test_a_new_grade_is_made_and_grade_leads_go_along(world: World) -> None:
    row = drafted(world)
    plan = {"高二": way(world, "高二(1)班", "up", "高三", "高三(1)班")}
    applied(world, replan(world, row, plan, leads="follow"))
    assert Grade.objects.of(world.school).get(name="高三").order == 3
    assert room_of(world, "吴桐") == "高三(1)班"
    led = RoleHeld.objects.filter(school=world.school, role="grade_lead").order_by("starts")
    assert [(one.place_id, one.ends) for one in led] == [
        (world.grades["高一"].pk, dt.date(2027, 8, 31)),
        (world.grades["高二"].pk, None),
    ]


@pytest.mark.parametrize(
    ("ways", "said", "words"),
    [
        ({"高一(2)班": ("up", "高二", "高二(1)班")}, {}, "高二(1)班"),
        ({"高一(2)班": ("up", "高二", "")}, {}, "高一(2)班"),
        ({"高一(2)班": ("up", "高一", "高二(1)班")}, {}, "高二"),
        ({}, {"ends": dt.date(2027, 8, 1)}, "新学期"),
        ({}, {"starts": dt.date(2027, 1, 2), "on": dt.date(2027, 1, 2)}, "2026-2027学年第一学期"),
        ({}, {"on": dt.date(2029, 1, 2)}, "结束"),
        ({}, {"term_name": "2026-2027学年第一学期"}, "换一个名称"),
    ],
)
def test_a_plan_with_a_problem_is_not_applied(
    world: World, ways: dict[str, tuple[str, str, str]], said: dict[str, dt.date | str], words: str
) -> None:
    row = replan(world, drafted(world), {name: way(world, name, *one) for name, one in ways.items()}, **said)
    seen = years.check_year(by=world.office, pk=row.pk, edit=row.edit)
    sentences = " ".join(problem_sentence(one) for one in seen.planned.problems)
    assert words in sentences
    if row.on <= dt.date(2027, 9, 1):
        with pytest.raises(TaoliError):
            years.apply_year(by=world.office, pk=row.pk, edit=row.edit)
    assert room_of(world, "林子涵") == "高一(1)班"


def test_a_class_that_came_since_and_one_that_closed_are_named(world: World) -> None:
    row = drafted(world)
    room = SchoolClass.objects.create(school=world.school, grade=world.grades["高一"], name="高一(3)班", number=3)
    SchoolClass.objects.of(world.school).filter(name="高一(2)班").update(closed_on=dt.date(2027, 7, 1))
    seen = years.check_year(by=world.office, pk=row.pk, edit=row.edit)
    assert [(one.code, one.about["name"]) for one in seen.planned.problems] == [
        ("no_way", room.name),
        ("class_closed", "高一(2)班"),
    ]


def test_a_student_who_left_meanwhile_is_named(world: World) -> None:
    row = drafted(world)
    pk = world.students["林子涵"].pk
    years.add_exception(by=world.office, pk=row.pk, edit=row.edit, student_id=pk, way="moves", target="高九(1)班")
    years.add_exception(
        by=world.office, pk=row.pk, edit=row.edit + 1, student_id=world.students["周一诺"].pk, way="leaves"
    )
    row.refresh_from_db()
    codes = [one.code for one in years.check_year(by=world.office, pk=row.pk, edit=row.edit).planned.problems]
    assert codes == ["no_such_class", "no_reason"]
    Student.objects.of(world.school).filter(pk=pk).update(left_on=dt.date(2027, 7, 1))
    codes = [one.code for one in years.check_year(by=world.office, pk=row.pk, edit=row.edit).planned.problems]
    assert codes == ["gone", "no_reason"]
    with pytest.raises(TaoliError, match="在校"):
        years.add_exception(by=world.office, pk=row.pk, edit=row.edit, student_id=pk, way="repeats")


def test_whoever_is_in_a_new_class_already_is_named(world: World) -> None:
    ClassStay.objects.of(world.school).filter(student=world.students["林子涵"]).update(starts=dt.date(2027, 9, 1))
    row = drafted(world)
    seen = years.check_year(by=world.office, pk=row.pk, edit=row.edit)
    assert [(one.code, one.about["name"]) for one in seen.planned.problems] == [("changed_after", "林子涵")]


def test_two_people_at_once_and_a_second_time_do_no_harm(settled: World) -> None:
    row = drafted(settled)
    saved = replan(settled, row, pairings="end")
    with pytest.raises(ConflictError):
        years.save_plan(
            by=settled.office,
            pk=row.pk,
            edit=row.edit,
            facts=years.YearFacts(**{name: getattr(row, name) for name in years.YearFacts.__slots__}),
            classes=[],
        )
    with pytest.raises(ConflictError):
        years.apply_year(by=settled.office, pk=row.pk, edit=saved.edit)
    ready = checked(settled, YearChange.objects.of(settled.school).get(pk=row.pk))
    with pytest.raises(ConflictError):
        years.apply_year(by=settled.office, pk=row.pk, edit=ready.edit - 1)
    first = years.apply_year(by=settled.office, pk=row.pk, edit=ready.edit)
    stays = ClassStay.objects.of(settled.school).count()
    assert years.apply_year(by=settled.office, pk=row.pk, edit=ready.edit).applied_at == first.applied_at
    assert ClassStay.objects.of(settled.school).count() == stays
    with pytest.raises(TaoliError, match="不能再修改"):
        years.drop_year(by=settled.office, pk=row.pk, edit=ready.edit)


def test_a_school_that_changed_since_the_check_has_to_be_checked_again(settled: World) -> None:
    row = checked(settled, drafted(settled))
    Student.objects.of(settled.school).filter(name="林子涵").update(school_class=settled.classes["高一(2)班"])
    with pytest.raises(ConflictError):
        years.apply_year(by=settled.office, pk=row.pk, edit=row.edit)
    assert room_of(settled, "周一诺") == "高一(1)班"


def test_a_dropped_plan_leaves_room_for_another(world: World) -> None:
    row = drafted(world)
    years.drop_year(by=world.office, pk=row.pk, edit=row.edit)
    assert drafted(world).pk != row.pk


def test_it_can_be_taken_back_whole(settled: World) -> None:
    homeroom = {one.pk: one.homeroom_teacher_id for one in SchoolClass.objects.of(settled.school)}
    row = applied(settled)
    undone = years.undo_year(by=settled.office, pk=row.pk)
    assert undone.state == YearChange.State.UNDONE
    assert {one.pk: one.homeroom_teacher_id for one in SchoolClass.objects.of(settled.school)} == homeroom
    assert room_of(settled, "林子涵") == "高一(1)班"
    assert pairing(settled, "吴桐").ends is None
    assert Student.objects.of(settled.school).filter(left_on=None).count() == 6
    assert not Term.objects.of(settled.school).filter(name=row.term_name).exists()
    assert years.undo_year(by=settled.office, pk=row.pk).undone_at == undone.undone_at


def test_what_was_written_since_stands_against_it_by_name(settled: World) -> None:
    row = applied(settled)
    with time_machine.travel(dt.datetime(2027, 9, 2, 2, 0, tzinfo=dt.UTC)):
        talked(settled, "王敏", "林子涵", dt.date(2027, 9, 2))
    staff = Staff.objects.of(settled.school).get(name="陈立")
    TeachingAssignment.objects.create(
        school=settled.school,
        staff=staff,
        school_class=classes(settled)["高二(2)班"],
        subject=Subject.objects.of(settled.school).get(),
        starts=dt.date(2027, 9, 1),
    )
    Student.objects.of(settled.school).filter(name="周一诺").update(school_class=settled.classes["高一(2)班"])
    with pytest.raises(ConflictError) as refusal:
        years.undo_year(by=settled.office, pk=row.pk)
    for words in ("林子涵", "周一诺", "任课"):
        assert words in str(refusal.value)
    assert room_of(settled, "钱多多") == "高二(2)班"


def test_a_plan_that_was_not_applied_has_nothing_to_take_back(world: World) -> None:
    with pytest.raises(TaoliError):
        years.undo_year(by=world.office, pk=drafted(world).pk)


def test_a_term_that_is_there_is_taken_as_it_is(settled: World) -> None:
    row = drafted(settled)
    term = save_term(by=settled.office, name=row.term_name, starts=row.starts, ends=row.ends)
    years.undo_year(by=settled.office, pk=applied(settled, row).pk)
    assert Term.objects.of(settled.school).filter(pk=term.pk).exists()


def test_a_day_that_has_not_come_is_waited_for(settled: World) -> None:
    row = checked(settled, replan(settled, drafted(settled), on=dt.date(2027, 9, 2)))
    with pytest.raises(TaoliError, match="2027-09-02"):
        years.apply_year(by=settled.office, pk=row.pk, edit=row.edit)
    assert room_of(settled, "林子涵") == "高一(1)班"

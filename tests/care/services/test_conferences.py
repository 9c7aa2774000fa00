import datetime as dt

import pytest

from taoli.care.models import Attendance, Conference
from taoli.care.queries.conferences import left_open, same_day
from taoli.care.services.agenda import note_for_agenda
from taoli.care.services.conferences import (
    Plan,
    begin_conference,
    cancel_conference,
    change_conference,
    hold_conference,
    replan_conference,
)
from taoli.care.services.minutes import write_decision
from taoli.common.errors import ConflictError, TaoliError
from taoli.duties.models import Act
from tests.care.meeting import line_about, meet, room_key
from tests.world import TODAY, World

DAY = dt.timedelta(days=1)


def expected(world: World, row: Conference) -> set[str]:
    rows = Attendance.objects.of(world.school).filter(conference=row)
    return set(rows.values_list("staff__name", flat=True))


def test_who_teaches_or_mentors_in_a_class_is_expected_by_itself(world: World) -> None:
    assert expected(world, meet(world)) == {"李慧", "王敏"}


def test_a_grade_expects_its_homeroom_teachers_and_the_school_its_leaders(world: World) -> None:
    grade = meet(world, "赵国栋", kind="grade", place=f"grade-{world.grades['高一'].pk}")
    assert expected(world, grade) == {"李慧", "陈立"}
    school = meet(world, "钱程", kind="principal", place="school")
    assert expected(world, school) == {"赵国栋", "孙悦", "钱程"}


@pytest.mark.parametrize(
    ("by", "kind", "place"),
    [
        ("李慧", "class", "高一(2)班"),
        ("李慧", "principal", "school"),
        ("李慧", "grade", "高一"),
        ("王敏", "class", "高一(1)班"),
    ],
)
def test_nobody_plans_for_a_place_beyond_reach(world: World, by: str, kind: str, place: str) -> None:
    keys = {"高一": f"grade-{world.grades['高一'].pk}", "school": "school"}
    with pytest.raises(TaoliError):
        meet(world, by, kind=kind, place=keys.get(place) or room_key(world, place))


def test_a_kind_is_held_where_it_belongs(world: World) -> None:
    with pytest.raises(TaoliError, match="别的地方"):
        meet(world, "孙悦", kind="principal")


def test_another_schools_class_is_not_planned_for(world: World) -> None:
    assert world.stranger is not None
    with pytest.raises(TaoliError):
        meet(world, "孙悦", place=f"class-{world.stranger.school_class_id}")


def test_a_home_school_conference_is_about_one_student_of_the_class(world: World) -> None:
    with pytest.raises(TaoliError, match="哪位学生"):
        meet(world, kind="family", student_id=world.students["吴桐"].pk)
    row = meet(world, kind="family", student_id=world.students["林子涵"].pk)
    assert row.student == world.students["林子涵"]


def test_a_committee_on_bullying_needs_named_members(world: World) -> None:
    with pytest.raises(TaoliError, match="成员"):
        meet(world, "孙悦", kind="bullying", place="school")
    row = meet(world, "孙悦", kind="bullying", place="school", members=[world.staff["何静"].pk])
    assert expected(world, row) == {"何静"}


def test_a_second_one_on_the_same_day_is_allowed_with_a_hint(world: World) -> None:
    first = meet(world)
    assert not same_day(first)
    assert same_day(meet(world))


def test_a_day_more_than_a_year_away_is_asked_again(world: World) -> None:
    with pytest.raises(TaoliError, match="一年"):
        meet(world, held_on=TODAY + 400 * DAY)


def test_a_chair_who_has_left_is_refused_in_words(world: World) -> None:
    gone = world.staff["周宁"]
    gone.left_on = TODAY
    gone.save()
    with pytest.raises(TaoliError, match="已不在"):
        meet(world, chair_id=gone.pk)


def test_two_pages_at_once_are_noticed(world: World) -> None:
    row, by = meet(world), world.actor("李慧")
    plan = Plan(kind="class", place="", held_on=TODAY + DAY, members=[world.staff["陈立"].pk])
    change_conference(by=by, pk=row.pk, edit=1, plan=plan)
    assert expected(world, row) == {"陈立"}
    with pytest.raises(ConflictError):
        change_conference(by=by, pk=row.pk, edit=1, plan=plan)
    cancel_conference(by=by, pk=row.pk, reason="期中考试")
    with pytest.raises(TaoliError, match="已经结束"):
        change_conference(by=by, pk=row.pk, edit=2, plan=plan)


def test_one_that_was_held_counts_once_for_its_class(world: World) -> None:
    row, by = meet(world), world.actor("李慧")
    begin_conference(by=by, pk=row.pk)
    begin_conference(by=by, pk=row.pk)
    hold_conference(by=by, pk=row.pk)
    act = Act.objects.of(world.school).get(source="care.conference")
    assert (act.kind, act.group_id, act.mentor, act.held_on) == (
        "conference",
        row.school_class_id,
        world.staff["李慧"],
        TODAY,
    )
    with pytest.raises(ConflictError):
        hold_conference(by=by, pk=row.pk)
    assert Attendance.objects.of(world.school).filter(state="present").count() == 2


def test_a_committee_on_bullying_counts_for_nothing_that_others_see(world: World) -> None:
    row = meet(world, "孙悦", kind="bullying", place="school", members=[world.staff["何静"].pk])
    hold_conference(by=world.office, pk=row.pk)
    assert not Act.objects.of(world.school).exists()


def test_it_is_not_held_on_a_day_that_is_still_to_come(world: World) -> None:
    row = meet(world)
    with pytest.raises(TaoliError, match="今天以后"):
        hold_conference(by=world.actor("李慧"), pk=row.pk, on_paper=True, held_on=TODAY + DAY)


def test_called_off_with_a_reason_and_planned_anew(world: World) -> None:
    row, by = meet(world), world.actor("李慧")
    with pytest.raises(TaoliError, match="为什么"):
        cancel_conference(by=by, pk=row.pk, reason="  ")
    assert cancel_conference(by=by, pk=row.pk, reason="运动会").cancelled_because == "运动会"
    with pytest.raises(ConflictError):
        hold_conference(by=by, pk=row.pk)
    assert replan_conference(by=by, pk=row.pk, held_on=TODAY).state == "planned"


def test_one_whose_day_has_gone_by_is_asked_about_until_somebody_answers(world: World) -> None:
    row, by = meet(world, held_on=TODAY - DAY), world.actor("李慧")
    assert [one.pk for one in left_open(by)] == [row.pk]
    assert left_open(world.actor("王敏")) == []
    cancel_conference(by=by, pk=row.pk, reason="停电")
    assert left_open(by) == []


def test_spoken_of_a_student_leaves_the_own_lists_of_who_was_there(world: World) -> None:
    by = world.actor("李慧")
    for name in ("林子涵", "周一诺"):
        note_for_agenda(by=by, student_ids=[world.students[name].pk])
    row = meet(world)
    item = line_about(world, row, "林子涵")
    line_about(world, row, "周一诺")
    write_decision(by=by, pk=row.pk, item_id=item.pk, edit=1, text="已谈")
    hold_conference(by=by, pk=row.pk)
    assert note_for_agenda(by=by, student_ids=[world.students["林子涵"].pk]) == 1
    assert note_for_agenda(by=by, student_ids=[world.students["周一诺"].pk]) == 0

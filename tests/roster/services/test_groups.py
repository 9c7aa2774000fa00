"""Groups formed anew."""

import datetime as dt

import pytest

from taoli.common.errors import TaoliError
from taoli.roster.models import Group, GroupMember
from taoli.roster.services.groups import NewGroup, form_groups
from tests.world import TODAY, World

KIND = Group.Kind.STUDY_GROUP


def form(world: World, groups: dict[str, tuple[str, ...]], on: dt.date = TODAY) -> dict[str, int]:
    made = [NewGroup(name, tuple(world.students[one].pk for one in people)) for name, people in groups.items()]
    return form_groups(by=world.office, kind=KIND, class_id=world.classes["高一(1)班"].pk, groups=made, on=on)


def live(world: World, on: dt.date) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    rows = GroupMember.objects.of(world.school).filter(starts__lte=on, group__school_class=world.classes["高一(1)班"])
    for row in rows.select_related("group", "student"):
        if row.ends is None or row.ends >= on:
            found.setdefault(row.group.name, set()).add(row.student.name)
    return found


def test_who_stays_stays_and_who_changes_leaves_the_day_before(world: World) -> None:
    told = form(world, {"朝阳组": ("林子涵", "孙浩然"), "新组": ("周一诺",)})
    assert told == {"groups": 2, "come": 2, "gone": 2}
    assert live(world, TODAY) == {"朝阳组": {"林子涵", "孙浩然"}, "新组": {"周一诺"}}
    before = TODAY - dt.timedelta(days=1)
    assert live(world, before) == {"朝阳组": {"林子涵", "周一诺"}, "远山组": {"孙浩然"}}
    assert Group.objects.of(world.school).get(name="远山组").closed_on == TODAY


def test_twice_on_one_day_leaves_only_the_second(world: World) -> None:
    form(world, {"第1组": ("林子涵", "孙浩然", "周一诺")})
    form(world, {"第1组": ("林子涵",), "第2组": ("孙浩然", "周一诺")})
    assert form(world, {"第1组": ("林子涵",), "第2组": ("孙浩然", "周一诺")})["come"] == 0
    assert live(world, TODAY) == {"第1组": {"林子涵"}, "第2组": {"孙浩然", "周一诺"}}
    form(world, {"远山组": ("林子涵", "孙浩然", "周一诺")})
    assert Group.objects.of(world.school).get(name="远山组").closed_on is None
    assert live(world, TODAY) == {"远山组": {"林子涵", "孙浩然", "周一诺"}}


def test_groups_of_other_classes_and_kinds_stay(world: World) -> None:
    form(world, {"第1组": ("林子涵", "孙浩然", "周一诺")})
    kept = Group.objects.of(world.school).get(name="春笋组")
    assert kept.closed_on is None
    assert GroupMember.objects.of(world.school).filter(group=kept, ends=None).count() == 2


def test_across_classes_only_those_named_move(world: World) -> None:
    made = [NewGroup("绘画组", (world.students["林子涵"].pk, world.students["吴桐"].pk))]
    form_groups(by=world.office, kind=Group.Kind.INTEREST_GROUP, class_id=None, groups=made, on=TODAY)
    again = [NewGroup("航模组", (world.students["吴桐"].pk,))]
    form_groups(by=world.office, kind=Group.Kind.INTEREST_GROUP, class_id=None, groups=again, on=TODAY)
    rows = GroupMember.objects.of(world.school).filter(group__kind=Group.Kind.INTEREST_GROUP, ends=None)
    assert set(rows.values_list("student__name", "group__name")) == {("林子涵", "绘画组"), ("吴桐", "航模组")}
    assert live(world, TODAY)["朝阳组"] == {"林子涵", "周一诺"}


def test_a_name_or_a_student_twice_is_refused(world: World) -> None:
    one = world.students["林子涵"].pk
    room = world.classes["高一(1)班"].pk
    for groups, sentence in (
        ([NewGroup("甲", ()), NewGroup("甲", ())], "有两个小组都叫“甲”"),
        ([NewGroup("甲", (one,)), NewGroup("乙", (one,))], "有学生同时在两个小组里"),
    ):
        with pytest.raises(TaoliError, match=sentence):
            form_groups(by=world.office, kind=KIND, class_id=room, groups=groups, on=TODAY)

import pytest

from taoli.care.models import CategoryKind
from taoli.care.queries.categories import kinds_of, stamp_of
from taoli.care.services.categories import Wanted, end_category, keep_category, set_kinds, withdraw_category
from taoli.common.errors import ConflictError, TaoliError
from tests.care.noting import listed, noted
from tests.duties.school import settle
from tests.world import World


def put(world: World, *lines: Wanted, stamp: str = "", by: str = "孙悦") -> None:
    known = kinds_of(world.school.pk)
    set_kinds(by=world.actor(by), lines=lines, stamp=stamp or stamp_of(known))


def test_the_schemes_own_list_stands_until_the_school_changes_it(world: World) -> None:
    assert {one.on for one in kinds_of(world.school.pk)} == {False}
    settle(world)
    rows = {one.code: one for one in kinds_of(world.school.pk)}
    assert (len(rows), rows["poverty"].on, rows["wealth"].on) == (8, True, False)
    put(world, Wanted("poverty", "家庭需要资助", "mentor", on=False), Wanted("", "寄宿新生", "office", on=True))
    after = {one.label: one for one in kinds_of(world.school.pk)}
    assert (after["家庭需要资助"].on, after["寄宿新生"].own, after["寄宿新生"].seen_by) == (False, True, "office")


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([Wanted("poverty", " ", "mentor", on=True)], "名称"),
        ([Wanted("", "长" * 41, "mentor", on=True)], "最多 40"),
        ([Wanted("", "新生", "mentor", on=True), Wanted("", "新生", "office", on=True)], "两次"),
        ([Wanted("nonsense", "新生", "mentor", on=True)], "选择"),
        ([Wanted("", f"类{n}", "mentor", on=True) for n in range(31)], "三十"),
    ],
)
def test_a_list_that_cannot_be_is_refused_whole(world: World, lines: list[Wanted], words: str) -> None:
    with pytest.raises(TaoliError, match=words):
        put(world, *lines)
    assert not CategoryKind.objects.of(world.school).exists()


def test_an_empty_line_is_no_kind_and_two_at_once_are_noticed(world: World) -> None:
    before = stamp_of(kinds_of(world.school.pk))
    put(world, Wanted("", "", "mentor", on=True), Wanted("", "新生", "mentor", on=True))
    assert CategoryKind.objects.of(world.school).count() == 1
    with pytest.raises(ConflictError):
        put(world, Wanted("", "转学生", "mentor", on=True), stamp=before)
    with pytest.raises(TaoliError, match="德育处"):
        put(world, by="李慧")


@pytest.mark.parametrize(("name", "student"), [("李慧", "钱多多"), ("王敏", "林子涵"), ("赵国栋", "林子涵")])
def test_only_homeroom_teacher_and_office_note_facts(world: World, name: str, student: str) -> None:
    with pytest.raises(TaoliError):
        noted(world, by=name, student=student)


def test_a_kind_switched_off_or_for_the_office_only_is_not_entered_by_the_homeroom_teacher(world: World) -> None:
    listed(world, seen_by="office")
    with pytest.raises(TaoliError, match="选择"):
        noted(world)
    assert noted(world, by="孙悦").code == "poverty"
    CategoryKind.objects.of(world.school).update(on=False)
    with pytest.raises(TaoliError, match="选择"):
        noted(world, by="孙悦", student="吴桐")


def test_what_is_not_ones_own_is_not_changed(world: World) -> None:
    row = noted(world, by="孙悦", student="吴桐")
    for move in (keep_category, end_category, withdraw_category):
        with pytest.raises(TaoliError, match="不由您更改"):
            move(by=world.actor("李慧"), pk=row.pk)

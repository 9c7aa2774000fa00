"""What dormitory and duty staff write down about students who are not theirs."""

import datetime as dt
import uuid
from typing import Any

import pytest
import time_machine

from taoli.accounts.models import RoleHeld
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor, Held, Role
from taoli.duties.models import Act, DutyCell
from taoli.engine.scheme import apply_changes
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.queries.on_duty import duty_choices, duty_part
from taoli.guidance.queries.records import get_record
from taoli.guidance.services import record_correct, record_submit
from taoli.notifications.models import Notice
from taoli.notifications.phrases import sentence_of
from taoli.roster.models import Group, GroupMember
from tests.duties.school import pair, put_in_force, taigu
from tests.guidance.talking import at, watch
from tests.guidance.writing import facts, write
from tests.world import START, TODAY, World

SEEN: dict[str, Any] = {"kind": "observation", "channel": "face_to_face"}


def live_in(world: World, room: str, *students: str) -> Group:
    """Let students live in a room."""
    group = Group.objects.create(school=world.school, kind=Group.Kind.DORMITORY, name=room)
    for name in students:
        GroupMember.objects.create(school=world.school, group=group, student=world.students[name], starts=START)
    return group


def test_dormitory_staff_write_down_what_they_saw_and_it_is_credited_to_them(settled: World) -> None:
    live_in(settled, "兰苑101室", "林子涵")
    watch(settled, "周宁", "dormitory", place="兰苑")
    by = on_duty(settled, "周宁")
    (row,) = record_submit(
        by=by, student_ids=[settled.students["林子涵"].pk], facts=facts(**SEEN, private_text="熄灯后在哭")
    )
    assert (row.by.name, row.pairing, row.kind) == ("周宁", None, "observation")
    act = Act.objects.of(settled.school).get(source_id=row.pk)
    assert (act.mentor_id, act.student_id) == (settled.staff["周宁"].pk, settled.students["林子涵"].pk)


def on_duty(world: World, name: str) -> Actor:
    """Somebody of the staff with the role that every account of the staff has."""
    mentor = (Held(Role.MENTOR),)
    return Actor(
        account_id=None, school_id=world.school.pk, person_kind="staff", person_id=world.staff[name].pk, roles=mentor
    )


def test_mentor_and_homeroom_teacher_are_told_without_the_content_and_may_read_it(settled: World) -> None:
    watch(settled, "周宁", "second")
    child = settled.students["林子涵"].pk
    (row,) = record_submit(by=on_duty(settled, "周宁"), student_ids=[child], facts=facts(**SEEN, private_text="在哭"))
    told = Notice.objects.of(settled.school).filter(kind="seen_on_duty")
    assert {one.receiver_id for one in told} == {settled.staff["王敏"].pk, settled.staff["李慧"].pk}
    assert {one.link for one in told} == {f"/guidance/records/{row.pk}/"}
    assert "在哭" not in "".join(str(one.params) for one in told)
    words = sentence_of("seen_on_duty", {"mentor": "周宁", "student": "林子涵"})
    assert words == "值班的周宁记下了一条关于林子涵的见闻。"
    for name in ("王敏", "李慧"):
        assert get_record(settled.actor(name), row.pk).readable is True  # type: ignore[attr-defined]


def test_nobody_is_told_of_ones_own_writing_nor_twice(settled: World) -> None:
    watch(settled, "李慧", "leader")
    op, child = uuid.uuid4(), settled.students["林子涵"].pk
    for _twice in range(2):
        record_submit(by=settled.actor("李慧"), student_ids=[child], facts=facts(**SEEN), op=op)
    told = Notice.objects.of(settled.school).filter(kind="seen_on_duty")
    assert [one.receiver_id for one in told] == [settled.staff["王敏"].pk]
    assert GuidanceRecord.objects.of(settled.school).count() == 1


@pytest.mark.parametrize("any_mentor", [False, True])
def test_it_settles_the_mentors_duty_only_where_the_scheme_says_so(world: World, *, any_mentor: bool) -> None:
    rules = apply_changes(taigu(), {"duties.individual.fulfilled_by": "any_mentor"}) if any_mentor else taigu()
    put_in_force(world, rules)
    pair(world, "林子涵", "王敏")
    watch(world, "周宁", "second")
    child = world.students["林子涵"].pk
    record_submit(by=on_duty(world, "周宁"), student_ids=[child], facts=facts(kind="talk", channel="face_to_face"))
    cells = DutyCell.objects.of(world.school).filter(subject_id=child, duty="individual", mentor=world.staff["王敏"])
    assert [cell.done for cell in cells.filter(starts__lte=TODAY, due__gte=TODAY)] == [1 if any_mentor else 0]


def test_another_house_is_out_of_reach(settled: World) -> None:
    live_in(settled, "松苑201室", "林子涵")
    watch(settled, "周宁", "dormitory", place="兰苑")
    with pytest.raises(TaoliError, match="不在你可以记录的范围"):
        record_submit(by=on_duty(settled, "周宁"), student_ids=[settled.students["林子涵"].pk], facts=facts(**SEEN))


def test_only_days_of_ones_turns_can_be_written_of(settled: World) -> None:
    watch(settled, "周宁", "leader")
    child = settled.students["林子涵"].pk
    with pytest.raises(TaoliError, match="不在你可以记录的范围"):
        record_submit(
            by=on_duty(settled, "周宁"), student_ids=[child], facts=facts(**SEEN, held_on=TODAY - dt.timedelta(days=3))
        )


def test_a_turn_taken_out_of_the_plan_gives_no_reach(settled: World) -> None:
    turn = watch(settled, "周宁", "leader")
    turn.withdrawn_at = at(9)
    turn.save()
    with pytest.raises(TaoliError, match="不在你可以记录的范围"):
        record_submit(by=on_duty(settled, "周宁"), student_ids=[settled.students["林子涵"].pk], facts=facts(**SEEN))


def test_a_visit_or_an_activity_is_not_written_of_students_met_on_duty(settled: World) -> None:
    watch(settled, "周宁", "leader")
    with pytest.raises(TaoliError, match="见闻、谈话或电话"):
        record_submit(
            by=on_duty(settled, "周宁"),
            student_ids=[settled.students["林子涵"].pk],
            facts=facts(kind="home_visit", channel="in_home"),
        )


def test_the_next_school_is_never_met(settled: World) -> None:
    watch(settled, "周宁", "leader")
    assert settled.stranger is not None
    with pytest.raises(TaoliError, match="不在你可以记录的范围"):
        record_submit(by=on_duty(settled, "周宁"), student_ids=[settled.stranger.pk], facts=facts(**SEEN))
    assert duty_choices(on_duty(settled, "周宁"), "邻校生") == []


def test_students_are_found_by_room_name_and_class_for_three_days_after_the_turn(settled: World) -> None:
    live_in(settled, "兰苑101室", "林子涵", "吴桐")
    watch(settled, "陈立", "dormitory", place="兰苑")
    by = on_duty(settled, "陈立")
    part = duty_part(by, "101", [], [])
    assert (part.rooms, part.running, {one.name for one in part.found}) == (("兰苑101室",), True, {"林子涵", "吴桐"})
    assert [one.name for one in duty_choices(by, "高二")] == ["吴桐"]
    assert duty_choices(by, "孙浩然") == []
    assert duty_choices(by, "") == []
    with time_machine.travel(at(12, day=TODAY + dt.timedelta(days=2)), tick=False):
        late = duty_part(by, "101", [], [])
        assert (late.running, len(late.found)) == (False, 2)
    with time_machine.travel(at(12, day=TODAY + dt.timedelta(days=5)), tick=False):
        assert duty_part(by, "101", [], []).turn is None


def test_whoever_has_no_role_any_more_finds_nobody(settled: World) -> None:
    watch(settled, "王敏", "leader")
    RoleHeld.objects.filter(account=settled.accounts["王敏"]).delete()
    assert duty_part(settled.actor("王敏"), "吴桐", [], []).turn is None


def test_the_writer_may_correct_it_and_reads_it_for_thirty_days(settled: World) -> None:
    watch(settled, "王敏", "leader")
    (row,) = write(settled, "王敏", "吴桐", **SEEN, private_text="在操场")
    assert get_record(settled.actor("王敏"), row.pk).readable is True  # type: ignore[attr-defined]
    with time_machine.travel(at(12, day=TODAY + dt.timedelta(days=40)), tick=False):
        assert get_record(settled.actor("王敏"), row.pk).readable is False  # type: ignore[attr-defined]


def test_a_correction_does_not_make_a_visit_of_it_but_a_talk(settled: World) -> None:
    watch(settled, "王敏", "leader")
    (row,) = write(settled, "王敏", "吴桐", **SEEN)
    by = settled.actor("王敏")
    with pytest.raises(TaoliError, match="见闻、谈话或电话"):
        record_correct(by=by, pk=row.pk, facts=facts(kind="home_visit", channel="in_home"), reason="记错")
    assert record_correct(by=by, pk=row.pk, facts=facts(), reason="其实谈了话").kind == "talk"


def test_rooms_stand_in_the_order_in_which_people_count(settled: World) -> None:
    for room, name in (("兰苑1001室", "林子涵"), ("兰苑101室", "吴桐"), ("兰苑201室", "钱多多")):
        live_in(settled, room, name)
    watch(settled, "周宁", "dormitory", place="兰苑")
    assert duty_part(on_duty(settled, "周宁"), "", [], []).rooms == ("兰苑101室", "兰苑201室", "兰苑1001室")

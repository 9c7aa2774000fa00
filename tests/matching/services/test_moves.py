from typing import Any

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.matching import services
from taoli.matching.models import MatchRun, Seat, SeatMove
from taoli.matching.queries.checking import check_move, column_hints
from taoli.roster.models import Student
from tests.world import World


def move(world: World, run: MatchRun, student: str, mentor: str, by: str = "孙悦", **more: Any) -> int:
    now = Seat.objects.of(world.school).filter(run=run, student=world.students[student]).first()
    given = {"reason": "家长申请", "edit": now.edit if now else 0, **more}
    return services.move_seat(
        by=world.actor(by),
        run_id=run.pk,
        student_id=world.students[student].pk,
        mentor_id=world.staff[mentor].pk,
        **given,
    )


def refused(world: World, run: MatchRun, student: str, mentor: str, **more: Any) -> str:
    with pytest.raises(TaoliError) as refusal:
        move(world, run, student, mentor, **more)
    return str(refusal.value)


def seat(world: World, run: MatchRun, student: str) -> Seat:
    return Seat.objects.of(world.school).select_related("mentor").get(run=run, student=world.students[student])


def test_two_students_are_moved_by_hand_with_a_reason(world: World, fair_run: MatchRun) -> None:
    assert move(world, fair_run, "吴桐", "李慧", override=True) == 1
    assert move(world, fair_run, "赵思源", "周宁", override=True) == 1
    moved = seat(world, fair_run, "吴桐")
    assert (moved.mentor.name, moved.rank, moved.moved_reason) == ("李慧", None, "家长申请")
    assert moved.moved_by == world.accounts["孙悦"].pk
    rows = Seat.objects.of(world.school).filter(run=fair_run).exclude(moved_reason="")
    assert rows.count() == 2


def test_move_without_a_reason_is_refused(world: World, fair_run: MatchRun) -> None:
    assert refused(world, fair_run, "吴桐", "李慧", reason="  ") == "请写明理由，理由会和这次调整一起保留。"


def test_full_mentor_is_refused_until_somebody_entitled_insists(world: World, fair_run: MatchRun) -> None:
    full = "王敏会有 3 名学生，比上限 2 多 1 名。"
    other = next(name for name in ("林子涵", "周一诺", "孙浩然") if seat(world, fair_run, name).mentor.name != "王敏")
    assert refused(world, fair_run, other, "王敏") == f"{full}如果仍要移动，请勾选下面一项。"
    lead = refused(world, fair_run, other, "王敏", by="赵国栋", override=True)
    assert lead == f"{full}超出限制的调整，只能由德育处来做。"
    assert move(world, fair_run, other, "王敏", override=True) == 1
    assert seat(world, fair_run, other).rank == 1


def test_best_exchange_is_offered_and_carried_out(world: World, fair_run: MatchRun) -> None:
    other = next(name for name in ("林子涵", "周一诺", "孙浩然") if seat(world, fair_run, name).mentor.name != "王敏")
    before = seat(world, fair_run, other).mentor.name
    checked = check_move(world.office, fair_run, world.students[other].pk, world.staff["王敏"].pk)
    assert checked.exchange is not None
    assert checked.breaks == ["王敏会有 3 名学生，比上限 2 多 1 名。"]
    partner = checked.exchange["name"]
    assert move(world, fair_run, other, "王敏", partner_id=world.students[partner].pk) == 2
    assert (seat(world, fair_run, other).mentor.name, seat(world, fair_run, partner).mentor.name) == ("王敏", before)
    fair_run.refresh_from_db()
    stale = refused(world, fair_run, other, "周宁", partner_id=world.students[other].pk)
    assert stale == "这样对换已不合适，请再看一看。"


def test_whole_group_moves_together(world: World, assigned_run: MatchRun) -> None:
    target = "周宁"
    checked = check_move(world.office, assigned_run, world.students["林子涵"].pk, world.staff[target].pk)
    assert checked.along == ["周一诺"]
    assert move(world, assigned_run, "林子涵", target, override=True) == 2
    assert {seat(world, assigned_run, name).mentor.name for name in ("林子涵", "周一诺")} == {target}


def test_columns_say_what_would_break(world: World, fair_run: MatchRun) -> None:
    hints = column_hints(fair_run, world.students["吴桐"].pk)
    assert hints[str(world.staff["王敏"].pk)] == "比上限 2 多 1 名"
    assert hints[str(world.staff["郑明"].pk)] == "不参加这一轮"
    assert str(seat(world, fair_run, "吴桐").mentor_id) not in hints


def test_grade_lead_moves_within_the_own_grade_only(world: World, assigned_run: MatchRun) -> None:
    assert move(world, assigned_run, "孙浩然", "王敏", by="赵国栋") == 1
    assigned_run.refresh_from_db()
    assert refused(world, assigned_run, "吴桐", "王敏", by="赵国栋") == "这名学生不在你的年级或班级里。"


def test_two_people_who_move_different_students_both_succeed(world: World, fair_run: MatchRun) -> None:
    assert move(world, fair_run, "吴桐", "李慧", override=True) == 1
    assert move(world, fair_run, "赵思源", "周宁", override=True) == 1


def test_second_mover_of_the_same_student_reads_what_changed(world: World, fair_run: MatchRun) -> None:
    seen = seat(world, fair_run, "林子涵")
    target, other = [name for name in ("周宁", "李慧", "陈立") if name != seen.mentor.name][:2]
    move(world, fair_run, "林子涵", target, by="赵国栋", override=False)
    with pytest.raises(ConflictError) as told:
        move(world, fair_run, "林子涵", other, override=True, edit=seen.edit)
    expected = f"赵国栋老师刚移动了学生。林子涵：{seen.mentor.name} → {target}。请再看一看；你填的内容还在。"
    assert str(told.value) == expected
    assert seat(world, fair_run, "林子涵").mentor.name == target


def test_every_move_is_a_line_of_the_journal(world: World, fair_run: MatchRun) -> None:
    before = seat(world, fair_run, "吴桐").mentor
    move(world, fair_run, "吴桐", "王敏", override=True)
    (row,) = SeatMove.objects.of(world.school).select_related("source", "target")
    assert (row.number, row.source, row.target) == (1, before, world.staff["王敏"])
    assert (row.reason, row.override, row.by) == ("家长申请", True, world.accounts["孙悦"].pk)


def undo(world: World, run: MatchRun, number: int, by: str = "孙悦") -> int:
    return services.undo_move(by=world.actor(by), run_id=run.pk, number=number)


def test_undo_restores_seat_and_reason(world: World, fair_run: MatchRun) -> None:
    before = seat(world, fair_run, "吴桐")
    move(world, fair_run, "吴桐", "李慧", override=True, reason="一")
    move(world, fair_run, "吴桐", "陈立", override=True, reason="二")
    assert undo(world, fair_run, 2) == 1
    now = seat(world, fair_run, "吴桐")
    assert (now.mentor.name, now.moved_reason, now.edit) == ("李慧", "一", 3)
    assert undo(world, fair_run, 1) == 1
    now = seat(world, fair_run, "吴桐")
    assert (now.mentor, now.rank, now.moved_reason, now.moved_by) == (before.mentor, before.rank, "", None)
    assert SeatMove.objects.of(world.school).filter(run=fair_run).count() == 4


def test_only_the_last_standing_move_of_a_student_is_undone_and_only_once(world: World, fair_run: MatchRun) -> None:
    move(world, fair_run, "吴桐", "李慧", override=True)
    move(world, fair_run, "吴桐", "陈立", override=True)
    for number in (1, 9):
        with pytest.raises(ConflictError):
            undo(world, fair_run, number)
    undo(world, fair_run, 2)
    with pytest.raises(ConflictError) as told:
        undo(world, fair_run, 2)
    assert str(told.value) == "这次移动已被撤销，或者其中的学生后来又移动过。"


def test_exchange_is_undone_as_one(world: World, fair_run: MatchRun) -> None:
    other = next(name for name in ("林子涵", "周一诺", "孙浩然") if seat(world, fair_run, name).mentor.name != "王敏")
    before = seat(world, fair_run, other).mentor.name
    checked = check_move(world.office, fair_run, world.students[other].pk, world.staff["王敏"].pk)
    assert checked.exchange is not None
    partner = checked.exchange["name"]
    move(world, fair_run, other, "王敏", partner_id=world.students[partner].pk)
    assert undo(world, fair_run, 1) == 2
    assert (seat(world, fair_run, other).mentor.name, seat(world, fair_run, partner).mentor.name) == (before, "王敏")


def test_undo_needs_the_reach_and_the_role_of_the_move(world: World, fair_run: MatchRun) -> None:
    move(world, fair_run, "吴桐", "李慧", override=True)
    with pytest.raises(TaoliError) as outside:
        undo(world, fair_run, 1, by="赵国栋")
    assert str(outside.value) == "这名学生不在你的年级或班级里。"
    move(world, fair_run, "林子涵", "陈立", override=True)
    assert SeatMove.objects.of(world.school).get(number=2).override
    with pytest.raises(TaoliError) as beyond:
        undo(world, fair_run, 2, by="赵国栋")
    assert str(beyond.value) == "这次移动超出了限制，只能由德育处撤销。"


def test_student_placed_by_hand_loses_the_seat_again(world: World, fair_run: MatchRun) -> None:
    room = world.classes["高二(1)班"]
    world.students["郑新"] = Student.objects.create(school=world.school, number="S007", name="郑新", school_class=room)
    move(world, fair_run, "郑新", "周宁", override=True)
    undo(world, fair_run, 1)
    assert not Seat.objects.of(world.school).filter(run=fair_run, student=world.students["郑新"]).exists()


def test_student_who_came_since_is_placed_by_hand(world: World, fair_run: MatchRun) -> None:
    room = world.classes["高二(1)班"]
    new = Student.objects.create(school=world.school, number="S007", name="郑新", school_class=room)
    world.students["郑新"] = new
    assert move(world, fair_run, "郑新", "周宁", override=True) == 1
    assert seat(world, fair_run, "郑新").reason == "added"


def test_people_outside_the_round_are_refused(world: World, fair_run: MatchRun) -> None:
    outsider = Student.objects.create(
        school=world.school, number="S008", name="离校", school_class=world.classes["高二(1)班"], left_on="2026-10-01"
    )
    world.students["离校"] = outsider
    assert refused(world, fair_run, "离校", "王敏") == "这名学生不参加这一轮。"
    stranger = world.staff["王敏"]
    world.staff["外人"] = type(stranger)(school=world.school, number="X", name="外人")
    assert refused(world, fair_run, "吴桐", "外人") == "这位老师不在这一轮的导师里。"


def test_published_result_takes_no_moves(world: World, fair_run: MatchRun) -> None:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=world.term.starts)
    assert refused(world, fair_run, "吴桐", "李慧") == "这份结果已不是草案，不能再调整。"

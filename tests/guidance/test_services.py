import datetime as dt
import uuid

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry
from taoli.duties.models import Act
from taoli.duties.queries import due_cells
from taoli.duties.services import recount
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.services import record_correct, record_submit, record_withdraw
from tests.guidance.writing import facts, write
from tests.world import TODAY, World

State = GuidanceRecord.State


def records(world: World) -> list[GuidanceRecord]:
    return list(GuidanceRecord.objects.of(world.school).order_by("version", "student__sort_key"))


def test_a_talk_with_three_is_three_records_of_one_occasion(settled: World) -> None:
    rows = write(settled, "王敏", "林子涵", "周一诺", "赵思源", guidances=["学业辅导"], place="校内")
    assert len({row.occasion for row in rows}) == 1
    assert [row.student.name for row in rows] == ["林子涵", "周一诺", "赵思源"]
    assert {(row.by_id, row.version, row.state) for row in rows} == {(settled.staff["王敏"].pk, 1, "submitted")}
    assert all(row.pairing is not None and row.pairing.student_id == row.student_id for row in rows)
    acts = Act.objects.of(settled.school)
    assert {act.source_id for act in acts} == {row.pk for row in rows}
    assert {(act.source, act.kind, act.size) for act in acts} == {("guidance", "talk", 3)}


def test_a_record_shrinks_the_due_list_in_its_transaction(settled: World) -> None:
    mentor = settled.staff["王敏"].pk
    before = len(due_cells(settled.school.pk, mentor, TODAY))
    write(settled, "王敏", "林子涵", "周一诺", "赵思源")
    assert len(due_cells(settled.school.pk, mentor, TODAY)) == before - 3
    assert not recount(school_id=settled.school.pk, term_id=settled.term.pk, fix=False)


def test_the_audit_tells_who_and_whom_but_no_text(settled: World) -> None:
    write(settled, "王敏", "林子涵", private_text="家里最近有事")
    entry = AuditEntry.objects.of(settled.school).latest("seq")
    assert (entry.action, entry.person_id) == ("record.submit", settled.staff["王敏"].pk)
    assert entry.data == {"students": [str(settled.students["林子涵"].pk)]}


def test_the_same_operation_again_returns_what_is_there(settled: World) -> None:
    op = uuid.uuid4()
    first = write(settled, "王敏", "林子涵", op=op)
    again = write(settled, "王敏", "林子涵", op=op)
    assert [row.pk for row in again] == [row.pk for row in first]
    assert GuidanceRecord.objects.of(settled.school).count() == 1


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2026, 11, 24), "日期还没有到"),
        (dt.date(2026, 6, 30), "不在本学期和相连的假期内"),
        (dt.date(2025, 11, 23), "不在本学期和相连的假期内"),
    ],
)
def test_a_day_to_come_or_outside_the_term_is_refused(settled: World, day: dt.date, words: str) -> None:
    with pytest.raises(TaoliError, match=words):
        write(settled, "王敏", "林子涵", held_on=day)
    assert not GuidanceRecord.objects.of(settled.school).exists()


def test_a_late_entry_keeps_both_dates(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", held_on=dt.date(2026, 10, 15))[0]
    assert (row.held_on, row.entered_at.date()) == (dt.date(2026, 10, 15), TODAY)
    act = Act.objects.of(settled.school).get()
    assert (act.held_on, act.entered_on) == (dt.date(2026, 10, 15), TODAY)


@pytest.mark.parametrize(("by", "student"), [("王敏", "孙浩然"), ("李慧", "赵思源"), ("赵国栋", "吴桐")])
def test_nobody_writes_for_a_student_beyond_reach(settled: World, by: str, student: str) -> None:
    with pytest.raises(TaoliError, match="不在你可以记录的范围内"):
        write(settled, by, student)


def test_another_schools_student_is_refused(settled: World) -> None:
    assert settled.stranger is not None
    with pytest.raises(TaoliError, match="不在你可以记录的范围内"):
        record_submit(by=settled.office, student_ids=[settled.stranger.pk], facts=facts())


def test_a_record_without_students_is_refused(settled: World) -> None:
    with pytest.raises(TaoliError, match="至少选择一名学生"):
        write(settled, "王敏")


def test_students_and_guardians_write_no_records(settled: World) -> None:
    with pytest.raises(TaoliError, match="教职工"):
        write(settled, "林子涵", "林子涵")


def test_a_former_mentor_writes_late_what_was_held_then_and_keeps_the_credit(settled: World) -> None:
    child = settled.students["林子涵"]
    pairing = write(settled, "王敏", "林子涵")[0].pairing
    assert pairing is not None
    pairing.ends = dt.date(2026, 11, 10)
    pairing.save()
    child.mentor = settled.staff["陈立"]
    child.save()
    row = write(settled, "王敏", "林子涵", held_on=dt.date(2026, 11, 9))[0]
    assert (row.by_id, row.pairing_id) == (settled.staff["王敏"].pk, pairing.pk)
    with pytest.raises(TaoliError):
        write(settled, "王敏", "林子涵", held_on=dt.date(2026, 11, 11))


def test_no_answer_sets_the_next_school_day_and_counts_for_nothing(settled: World) -> None:
    row = write(settled, "王敏", "林子涵", kind="family_contact", channel="phone", made=False)[0]
    assert (row.made, row.next_on) == (False, dt.date(2026, 11, 24))
    assert Act.objects.of(settled.school).get().made is False


def test_a_correction_is_a_new_version_and_the_old_one_stays(settled: World) -> None:
    old = write(settled, "王敏", "林子涵", "周一诺", private_text="原来的话")
    fresh = record_correct(
        by=settled.actor("王敏"),
        pk=old[0].pk,
        facts=facts(held_on=dt.date(2026, 11, 20), private_text="改后的话"),
        reason="日期写错了",
    )
    kept = records(settled)
    assert [(row.version, row.state, row.student.name) for row in kept] == [
        (1, State.REPLACED, "林子涵"),
        (1, State.REPLACED, "周一诺"),
        (2, State.SUBMITTED, "林子涵"),
        (2, State.SUBMITTED, "周一诺"),
    ]
    assert [row.private_text for row in kept] == ["原来的话", "原来的话", "改后的话", "原来的话"]
    assert (fresh.replaces_id, fresh.correction_reason) == (old[0].pk, "日期写错了")
    assert set(Act.objects.of(settled.school).values_list("held_on", flat=True)) == {dt.date(2026, 11, 20)}
    assert not recount(school_id=settled.school.pk, term_id=settled.term.pk, fix=False)


def test_a_correction_needs_a_reason(settled: World) -> None:
    old = write(settled, "王敏", "林子涵")[0]
    with pytest.raises(TaoliError, match="为什么更正"):
        record_correct(by=settled.actor("王敏"), pk=old.pk, facts=facts(), reason=" ")
    assert [row.state for row in records(settled)] == [State.SUBMITTED]


def test_a_version_already_replaced_is_not_corrected_again(settled: World) -> None:
    old = write(settled, "王敏", "林子涵")[0]
    record_correct(by=settled.actor("王敏"), pk=old.pk, facts=facts(), reason="先改的人")
    with pytest.raises(ConflictError, match="已被更正或撤回"):
        record_correct(by=settled.actor("王敏"), pk=old.pk, facts=facts(), reason="后改的人")
    assert len(records(settled)) == 2


def test_a_correction_to_a_day_to_come_changes_nothing(settled: World) -> None:
    old = write(settled, "王敏", "林子涵")[0]
    with pytest.raises(TaoliError, match="日期还没有到"):
        record_correct(by=settled.actor("王敏"), pk=old.pk, facts=facts(held_on=dt.date(2026, 12, 1)), reason="x")
    assert [row.state for row in records(settled)] == [State.SUBMITTED]


def test_an_undo_takes_the_whole_occasion_back(settled: World) -> None:
    rows = write(settled, "王敏", "林子涵", "周一诺")
    assert record_withdraw(by=settled.actor("王敏"), pk=rows[0].pk) == 2
    assert {row.state for row in records(settled)} == {State.WITHDRAWN}
    assert not Act.objects.of(settled.school).exists()
    assert not recount(school_id=settled.school.pk, term_id=settled.term.pk, fix=False)


def test_an_undo_is_refused_after_ten_minutes_and_after_a_correction(settled: World) -> None:
    row = write(settled, "王敏", "林子涵")[0]
    GuidanceRecord.objects.of(settled.school).update(entered_at=row.entered_at - dt.timedelta(minutes=11))
    with pytest.raises(TaoliError, match="十分钟"):
        record_withdraw(by=settled.actor("王敏"), pk=row.pk)
    fresh = record_correct(by=settled.actor("王敏"), pk=row.pk, facts=facts(), reason="改")
    with pytest.raises(TaoliError, match="十分钟"):
        record_withdraw(by=settled.actor("王敏"), pk=fresh.pk)


def test_a_group_talk_names_the_study_group(settled: World) -> None:
    write(settled, "王敏", "林子涵", kind="group_talk")
    assert Act.objects.of(settled.school).get().group_id == settled.groups["朝阳组"].pk


def test_a_parents_meeting_names_the_class(settled: World) -> None:
    write(settled, "王敏", "林子涵", "周一诺", kind="parent_meeting")
    units = set(Act.objects.of(settled.school).values_list("group_id", flat=True))
    assert units == {settled.classes["高一(1)班"].pk}

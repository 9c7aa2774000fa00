import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from taoli.care.models import CareCase, CaseStep
from taoli.care.queries.words import case_text, step_text
from taoli.care.services import (
    answer_case,
    climb_case,
    close_case,
    decide_case,
    hand_on_case,
    raise_case,
    reopen_case,
    review_case,
)
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry
from taoli.notifications.models import Notice
from taoli.roster.models import AttentionMark, ClassCharge, StaffLeave
from tests.care.caring import NEXT, OUTCOME, WORRY, closed, fresh, taken, worry
from tests.world import TODAY, World


def told(world: World, kind: str = "") -> set[str]:
    names = {one.pk: name for name, one in world.staff.items()}
    rows = Notice.objects.of(world.school)
    return {names[pk] for pk in (rows.filter(kind=kind) if kind else rows).values_list("receiver_id", flat=True)}


def test_what_worries_is_sealed_and_in_no_audit_row(world: World) -> None:
    case = worry(world, proposed="请班主任陪着吃饭")
    row = fresh(case)
    assert WORRY not in row.reason
    assert case_text(row, "reason") == WORRY
    assert case_text(row, "proposed") == "请班主任陪着吃饭"
    assert not any(WORRY in str(entry.data) for entry in AuditEntry.objects.of(world.school))


def test_a_second_worry_joins_the_case_and_weighs_more_if_it_does(world: World) -> None:
    first = worry(world)
    second = worry(world, by="李慧", reason="夜里哭", seriousness="serious")
    assert first.pk == second.pk
    assert fresh(first).seriousness == "serious"
    assert worry(world, by="孙悦", seriousness="watch").seriousness == "serious"
    steps = CaseStep.objects.of(world.school).order_by("at", "id")
    assert [step.kind for step in steps] == ["raised", "voice", "voice"]
    assert step_text(fresh(first), steps[1]) == "夜里哭"


def test_of_two_at_once_the_database_keeps_one(world: World) -> None:
    case = worry(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        CareCase.objects.create(
            school=world.school,
            student=case.student,
            raised_by=case.raised_by,
            raised_on=TODAY,
            entered_at=case.entered_at,
            seriousness="watch",
        )


@pytest.mark.parametrize(("name", "student"), [("王敏", "吴桐"), ("李慧", "钱多多"), ("赵国栋", "吴桐")])
def test_only_who_works_with_the_student_raises(world: World, name: str, student: str) -> None:
    with pytest.raises(TaoliError, match="不在您的工作范围"):
        worry(world, by=name, student=student)


@pytest.mark.parametrize("name", ["吴考", "郑明", "林子涵", "林母"])
def test_assessor_administrator_student_and_family_raise_nothing(world: World, name: str) -> None:
    with pytest.raises(TaoliError):
        worry(world, by=name)


def test_another_schools_student_and_one_who_has_left_are_refused(world: World) -> None:
    assert world.stranger is not None
    with pytest.raises(TaoliError):
        raise_case(by=world.office, student_id=world.stranger.pk, reason="x", seriousness="watch")
    student = world.students["林子涵"]
    student.left_on = TODAY
    student.save(update_fields=["left_on"])
    with pytest.raises(TaoliError):
        worry(world)


@pytest.mark.parametrize(
    ("said", "words"),
    [({"reason": "  "}, "请写下"), ({"seriousness": "terrible"}, "请选择"), ({"reason": "长" * 2001}, "最多 2000")],
)
def test_nothing_nonsense_and_too_much_are_refused_in_words(world: World, said: dict[str, str], words: str) -> None:
    with pytest.raises(TaoliError, match=words):
        worry(world, **said)
    assert not CareCase.objects.of(world.school).exists()


def test_the_homeroom_teacher_takes_it_on_and_the_student_gets_key_attention(world: World) -> None:
    case = fresh(taken(world))
    assert (case.state, case.review_on) == ("open", NEXT)
    mark = AttentionMark.objects.of(world.school).get()
    assert (mark.pk, mark.starts, mark.ends) == (case.mark_id, TODAY, None)


@pytest.mark.parametrize(
    ("leader", "day", "words"),
    [("", NEXT, "由谁负责"), ("陈立", None, "下次"), ("陈立", TODAY, "今天以后"), ("周宁", NEXT, "已不在学校")],
)
def test_without_leader_or_day_ahead_nothing_is_taken_on(
    world: World, leader: str, day: dt.date | None, words: str
) -> None:
    gone = world.staff["周宁"]
    gone.left_on = TODAY
    gone.save(update_fields=["left_on"])
    case, lead = worry(world), world.staff[leader].pk if leader else None
    with pytest.raises(TaoliError, match=words):
        decide_case(by=world.actor("李慧"), pk=case.pk, edit=1, takes=True, leader_id=lead, review_on=day)
    assert fresh(case).state == "raised"
    assert not AttentionMark.objects.of(world.school).exists()


@pytest.mark.parametrize("name", ["王敏", "赵国栋", "孙悦", "钱程", "何静"])
def test_at_class_level_nobody_but_the_homeroom_teacher_decides(world: World, name: str) -> None:
    case = worry(world)
    with pytest.raises(TaoliError):
        decide_case(by=world.actor(name), pk=case.pk, edit=1, takes=False, text="不用")


def test_it_climbs_to_grade_and_school_and_comes_back_with_answers(world: World) -> None:
    case = worry(world)
    climb_case(by=world.actor("李慧"), pk=case.pk, edit=1, text="年级看看")
    climb_case(by=world.actor("赵国栋"), pk=case.pk, edit=2, text="请学校定")
    with pytest.raises(TaoliError, match="已在学校"):
        climb_case(by=world.actor("钱程"), pk=case.pk, edit=3, text="再上")
    lead = world.staff["钱程"].pk
    decide_case(by=world.actor("钱程"), pk=case.pk, edit=3, takes=True, leader_id=lead, review_on=NEXT)
    answer_case(by=world.office, pk=case.pk, edit=4, text="校长来负责")
    answer_case(by=world.actor("赵国栋"), pk=case.pk, edit=5, text="照此办")
    row = fresh(case)
    assert (row.level, row.state, row.edit) == ("class", "open", 6)
    with pytest.raises(TaoliError, match="已在班级"):
        answer_case(by=world.actor("李慧"), pk=case.pk, edit=6, text="再下")


def test_two_who_change_at_once_are_noticed(world: World) -> None:
    case = taken(world)
    review_case(by=world.actor("李慧"), pk=case.pk, edit=case.edit, text="好些了", next_on=NEXT)
    with pytest.raises(ConflictError):
        review_case(by=world.actor("李慧"), pk=case.pk, edit=case.edit, text="也好些", next_on=NEXT)
    with pytest.raises(TaoliError):
        review_case(by=world.actor("李慧"), pk=uuid.uuid4(), edit=1, text="x", next_on=NEXT)


def test_what_is_not_taken_on_needs_a_reason_and_can_be_taken_up_again(world: World) -> None:
    case = worry(world)
    with pytest.raises(TaoliError, match="为什么"):
        decide_case(by=world.actor("李慧"), pk=case.pk, edit=1, takes=False)
    decide_case(by=world.actor("李慧"), pk=case.pk, edit=1, takes=False, text="只是感冒")
    with pytest.raises(ConflictError):
        decide_case(by=world.actor("李慧"), pk=case.pk, edit=2, takes=False, text="只是感冒")
    assert reopen_case(by=world.actor("李慧"), pk=case.pk, edit=2, text="又发现了").state == "raised"


def test_nothing_closes_without_outcome_or_while_its_leader_is_gone(world: World) -> None:
    case = taken(world)
    with pytest.raises(TaoliError, match="没有结果"):
        close_case(by=world.actor("李慧"), pk=case.pk, edit=case.edit, outcome=" ")
    world.staff["陈立"].left_on = TODAY
    world.staff["陈立"].save(update_fields=["left_on"])
    with pytest.raises(TaoliError, match="已不在学校"):
        close_case(by=world.actor("李慧"), pk=case.pk, edit=case.edit, outcome=OUTCOME)
    hand_on_case(by=world.office, pk=case.pk, edit=2, leader_id=world.staff["李慧"].pk, reason="陈老师调走")
    row = close_case(by=world.actor("李慧"), pk=case.pk, edit=3, outcome=OUTCOME)
    assert case_text(row, "outcome") == OUTCOME
    assert AttentionMark.objects.of(world.school).get().ends == TODAY


@pytest.mark.parametrize("fields", [{"outcome": ""}, {"leader": None}])
def test_the_database_itself_refuses_an_end_without_outcome_or_leader(world: World, fields: dict[str, object]) -> None:
    case = closed(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        CareCase.objects.of(world.school).filter(pk=case.pk).update(**fields)


def test_a_closed_case_is_taken_up_again_with_attention_from_today(world: World) -> None:
    case = closed(world)
    again = reopen_case(by=world.actor("李慧"), pk=case.pk, edit=case.edit, text="又不吃了", review_on=NEXT)
    assert (again.state, again.outcome, again.review_on) == ("open", "", NEXT)
    assert AttentionMark.objects.of(world.school).get().ends is None


def test_while_a_newer_case_runs_an_old_one_is_not_taken_up(world: World) -> None:
    case = closed(world)
    worry(world)
    with pytest.raises(ConflictError, match="另一个"):
        reopen_case(by=world.actor("李慧"), pk=case.pk, edit=case.edit, text="又不吃了", review_on=NEXT)


def test_another_leader_needs_a_reason_and_is_another(world: World) -> None:
    case = taken(world)
    for leader, reason, words in (("陈立", "换人", "已经由"), ("周宁", "", "为什么")):
        with pytest.raises(TaoliError, match=words):
            hand_on_case(by=world.actor("李慧"), pk=case.pk, edit=2, leader_id=world.staff[leader].pk, reason=reason)
    with pytest.raises(TaoliError):
        hand_on_case(by=world.actor("王敏"), pk=case.pk, edit=2, leader_id=world.staff["王敏"].pk, reason="我来")


def test_each_who_raised_it_is_told_of_each_step_without_name_or_content(world: World) -> None:
    case = worry(world)
    assert told(world) == {"李慧"}
    worry(world, by="孙悦")
    assert told(world, "care_step") == {"王敏"}
    lead = world.staff["陈立"].pk
    decide_case(by=world.actor("李慧"), pk=case.pk, edit=1, takes=True, leader_id=lead, review_on=NEXT)
    assert told(world, "care_lead") == {"陈立"}
    assert told(world, "care_step") == {"王敏", "孙悦"}
    close_case(by=world.actor("李慧"), pk=case.pk, edit=2, outcome=OUTCOME)
    rows = Notice.objects.of(world.school)
    assert {str(row.params) for row in rows} == {"{}"}
    assert rows.filter(receiver_id=world.staff["王敏"].pk).count() == 3


def test_who_stands_in_for_the_homeroom_teacher_is_asked_instead(world: World) -> None:
    ClassCharge.objects.create(
        school=world.school,
        school_class=world.classes["高一(1)班"],
        staff=world.staff["周宁"],
        acting=True,
        starts=TODAY,
        ends=NEXT,
    )
    worry(world)
    assert told(world, "care_asked") == {"周宁"}


def test_who_stands_in_for_a_leader_away_is_told_and_works_on_it(world: World) -> None:
    case = taken(world, leader="周宁")
    StaffLeave.objects.create(
        school=world.school, staff=world.staff["周宁"], substitute=world.staff["王敏"], starts=TODAY
    )
    row = review_case(by=world.actor("王敏"), pk=case.pk, edit=case.edit, text="好些了", next_on=NEXT)
    assert row.edit == case.edit + 1


def test_a_conference_that_is_not_there_is_refused(world: World) -> None:
    case = worry(world)
    with pytest.raises(TaoliError, match="会议"):
        climb_case(by=world.actor("李慧"), pk=case.pk, edit=1, text="看看", conference_id=uuid.uuid4())


def test_two_who_take_it_up_again_at_once_are_noticed(world: World) -> None:
    case = closed(world)
    said: dict[str, Any] = {"edit": case.edit, "text": "又不吃了", "review_on": NEXT}
    reopen_case(by=world.actor("李慧"), pk=case.pk, **said)
    with pytest.raises(ConflictError):
        reopen_case(by=world.actor("李慧"), pk=case.pk, **said)
    with pytest.raises(TaoliError):
        reopen_case(by=world.actor("李慧"), pk=uuid.uuid4(), **said)

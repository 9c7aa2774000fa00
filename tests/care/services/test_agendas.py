import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.archive.services import close_goal, set_goal
from taoli.care.models import ConferenceItem
from taoli.care.queries import agenda_parts
from taoli.care.queries.meetings import ItemRow, items_of
from taoli.care.services.actions import settle_action
from taoli.care.services.agenda import note_for_agenda
from taoli.care.services.agendas import add_item, prepare_agenda
from taoli.care.services.cases import climb_case, raise_case
from taoli.care.services.conferences import begin_conference, cancel_conference
from taoli.care.services.minutes import write_decision
from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.roster.models import Student
from tests.care.meeting import agree, line_about, meet, prepared
from tests.care.signalling import signal
from tests.guidance.writing import write
from tests.world import TODAY, World

WEEK = dt.timedelta(days=7)


def lines(world: World, row: object, by: str = "李慧") -> list[ItemRow]:
    return items_of(world.actor(by), row, "test")  # type: ignore[arg-type]


def about(world: World, row: object, name: str) -> ItemRow:
    return next(one for one in lines(world, row) if one.student == name)


def test_what_was_agreed_stands_on_top_and_each_student_once(settled: World) -> None:
    before = meet(settled, held_on=TODAY - WEEK)
    agree(settled, before, student="孙浩然")
    agree(settled, before, text="统一作业量")
    found = lines(settled, prepared(settled))
    assert [one.source for one in found][:2] == ["action", "action"]
    names = [one.student for one in found if one.student]
    assert len(names) == len(set(names)) == 3
    assert "本月还没有记录" in about(settled, prepared(settled), "孙浩然").text


def test_a_settled_action_comes_back_no_more(settled: World) -> None:
    before = meet(settled, held_on=TODAY - WEEK)
    action = agree(settled, before, student="林子涵")
    settle_action(by=settled.actor("王敏"), pk=action.pk, outcome="谈过了，家长愿意配合")
    assert "action" not in {one.source for one in lines(settled, prepared(settled))}


def test_what_a_cancelled_meeting_would_have_settled_stands_on_the_next_agenda(settled: World) -> None:
    before = meet(settled, held_on=TODAY - WEEK)
    agree(settled, before, text="统一作业量")
    called_off = prepared(settled)
    cancel_conference(by=settled.actor("李慧"), pk=called_off.pk, reason="停课")
    assert "统一作业量" in lines(settled, prepared(settled))[0].text


def test_who_has_a_record_this_month_is_not_among_the_unreached(settled: World) -> None:
    write(settled, "王敏", "林子涵")
    names = {one.student for one in lines(settled, prepared(settled))}
    assert names == {"周一诺", "孙浩然"}


def test_a_case_stands_on_it_without_the_words_that_are_sealed(settled: World) -> None:
    raise_case(
        by=settled.actor("王敏"), student_id=settled.students["林子涵"].pk, reason="夜里不睡", seriousness="serious"
    )
    row = prepared(settled)
    item = about(settled, row, "林子涵")
    assert item.case_id
    assert item.source == "case"
    assert "需要更多关注" in item.guarded
    assert "夜里不睡" not in item.guarded + item.text
    assert item.safe_label == ""


def test_a_grade_sees_the_cases_that_were_passed_on_to_it(settled: World) -> None:
    case = raise_case(
        by=settled.actor("李慧"), student_id=settled.students["林子涵"].pk, reason="常缺课", seriousness="watch"
    )
    plan = {"kind": "grade", "place": f"grade-{settled.grades['高一'].pk}"}
    first = prepared(settled, "赵国栋", **plan)
    assert "case" not in {one.source for one in lines(settled, first, "赵国栋")}
    climb_case(by=settled.actor("李慧"), pk=case.pk, edit=case.edit, text="请年级一起看看")
    second = prepared(settled, "赵国栋", **plan)
    assert "case" in {one.source for one in lines(settled, second, "赵国栋")}


def test_the_schools_agenda_says_numbers_and_names_nobody(settled: World) -> None:
    found = lines(settled, prepared(settled, "钱程", kind="principal", place="school"), "钱程")
    assert [one.text for one in found] == ["高一：5 位学生本月还没有记录", "高二：1 位学生本月还没有记录"]
    assert not any(one.student for one in found)


def test_whom_a_member_wants_to_speak_of_and_good_news_stand_on_it(settled: World) -> None:
    write(settled, "王敏", "林子涵")
    write(settled, "王敏", "周一诺")
    note_for_agenda(by=settled.actor("李慧"), student_ids=[settled.students["林子涵"].pk])
    student = settled.actor("林子涵")
    goal = set_goal(by=student, student_id=settled.students["林子涵"].pk, text="只有我知道的目标")
    close_goal(by=student, pk=goal.pk, reached=True)
    item = about(settled, prepared(settled), "林子涵")
    assert item.source == "noted"
    assert "达成了" in item.text
    assert "只有我知道" not in item.text + item.guarded


def test_made_anew_it_keeps_lines_by_hand_and_lines_with_words(settled: World) -> None:
    row, by = prepared(settled), settled.actor("李慧")
    add_item(by=by, pk=row.pk, text="春游报名")
    item = line_about(settled, row, "林子涵")
    write_decision(by=by, pk=row.pk, item_id=item.pk, edit=1, text="下周再谈")
    write(settled, "王敏", "周一诺")
    prepare_agenda(by=by, pk=row.pk)
    found = lines(settled, row)
    assert {one.student for one in found} == {"林子涵", "孙浩然", ""}
    assert next(one for one in found if one.student == "林子涵").decision == "下周再谈"


def test_begun_the_agenda_stays_as_it_is_and_takes_lines_by_hand(settled: World) -> None:
    row, by = prepared(settled), settled.actor("李慧")
    begin_conference(by=by, pk=row.pk)
    with pytest.raises(TaoliError, match="已经开始"):
        prepare_agenda(by=by, pk=row.pk)
    add_item(by=by, pk=row.pk, text="春游报名")
    assert lines(settled, row)[-1].text == "春游报名"


def test_a_student_added_twice_is_one_line_with_both_words(settled: World) -> None:
    row, by = meet(settled), settled.actor("李慧")
    for words in ("换座位", "眼睛看不清"):
        add_item(by=by, pk=row.pk, text=words, student_id=settled.students["林子涵"].pk)
    assert about(settled, row, "林子涵").guarded == "换座位\n眼睛看不清"


def test_a_line_of_nothing_or_about_anothers_student_is_refused(settled: World) -> None:
    assert settled.stranger is not None
    row, by = meet(settled), settled.actor("李慧")
    with pytest.raises(TaoliError, match="请选择学生"):
        add_item(by=by, pk=row.pk, text=" ")
    for student in (settled.students["吴桐"], settled.stranger):
        with pytest.raises(TaoliError, match="不在"):
            add_item(by=by, pk=row.pk, text="", student_id=student.pk)
    cancel_conference(by=by, pk=row.pk, reason="停电")
    with pytest.raises(TaoliError, match="已经结束"):
        add_item(by=by, pk=row.pk, text="一句")
    assert not ConferenceItem.objects.of(settled.school).exists()


def test_falls_and_hints_stand_on_it_where_no_projector_shows_them(
    settled: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = settled.students["林子涵"].pk, settled.students["孙浩然"].pk
    monkeypatch.setattr(agenda_parts, "score_falls", lambda _school, _rooms: {one: "数学比自己平时低"})
    monkeypatch.setattr(agenda_parts, "open_hints", lambda _school, _rooms: {two: "三周没有联系"})
    row = prepared(settled)
    assert "数学比自己平时低" in about(settled, row, "林子涵").guarded
    item = about(settled, row, "孙浩然")
    assert (item.source, item.safe_label) == ("signal", "")
    assert "三周没有联系" not in item.text


def test_more_than_eight_without_a_record_share_one_line(settled: World) -> None:
    room = settled.classes["高一(1)班"]
    for number in range(8):
        Student.objects.create(
            school=settled.school, number=f"N{number}", name=f"新生{number}", sort_key=f"z{number}", school_class=room
        )
    found = [one for one in lines(settled, prepared(settled)) if one.source == "unreached"]
    assert len(found) == 9
    assert "另有 3 人" in found[-1].text


def test_nothing_of_an_agenda_or_of_minutes_is_in_the_audit(settled: World) -> None:
    row, by = prepared(settled), settled.actor("李慧")
    add_item(by=by, pk=row.pk, text="秘密一句", student_id=settled.students["林子涵"].pk)
    item = line_about(settled, row, "林子涵")
    write_decision(by=by, pk=row.pk, item_id=item.pk, edit=1, text="秘密决定")
    agree(settled, row, text="秘密的事")
    cancel_conference(by=by, pk=row.pk, reason="秘密原因")
    told = "".join(str(one.data) for one in AuditEntry.objects.filter(school=settled.school))
    assert "秘密" not in told


def test_a_student_with_a_case_and_a_signal_stands_once_with_both_reasons(settled: World) -> None:
    student = settled.students["林子涵"]
    raise_case(by=settled.actor("王敏"), student_id=student.pk, reason="夜里不睡", seriousness="serious")
    signal(settled, "林子涵")
    row = prepared(settled)
    found = [one for one in lines(settled, row) if one.student == "林子涵"]
    assert [one.source for one in found] == ["case"]
    assert "需要更多关注" in found[0].guarded
    assert "5" in found[0].guarded  # weeks without contact
    assert found[0].text.count("\n") == 1  # to speak of, and nobody reached; said once each


def test_a_line_by_hand_learns_of_the_case_and_keeps_its_words(settled: World) -> None:
    row, by = meet(settled), settled.actor("李慧")
    add_item(by=by, pk=row.pk, text="午饭", student_id=settled.students["林子涵"].pk)
    case = raise_case(
        by=settled.actor("王敏"), student_id=settled.students["林子涵"].pk, reason="夜里不睡", seriousness="serious"
    )
    for _time in range(2):
        prepare_agenda(by=by, pk=row.pk)
    item = about(settled, row, "林子涵")
    assert (item.source, item.case_id) == ("added", case.pk)
    assert "午饭" in item.text + item.guarded
    assert item.guarded.count("需要更多关注") == 1


def test_an_agenda_takes_as_many_queries_for_three_with_a_case_and_a_signal_as_for_one(settled: World) -> None:
    def trouble(name: str) -> None:
        raise_case(
            by=settled.actor("李慧"), student_id=settled.students[name].pk, reason="夜里不睡", seriousness="watch"
        )
        signal(settled, name)

    row, by = meet(settled), settled.actor("李慧")
    trouble("林子涵")
    with CaptureQueriesContext(connection) as first:
        prepare_agenda(by=by, pk=row.pk)
    trouble("周一诺")
    trouble("孙浩然")
    with CaptureQueriesContext(connection) as later:
        prepare_agenda(by=by, pk=row.pk)
    assert len(later) == len(first)
    assert len(first) <= 45

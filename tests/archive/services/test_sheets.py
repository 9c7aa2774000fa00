import datetime as dt

import pytest

from taoli.archive.models import Goal
from taoli.archive.services import SheetLine, enter_seat, issue_seats, type_sheets
from taoli.common.errors import TaoliError
from taoli.duties.models import Act
from taoli.guidance.models import StudentPaper
from tests.guidance.reporting import settle_reports
from tests.world import TODAY, World


def test_a_sheet_is_held_by_the_student_and_entered_by_who_types_and_counts_for_the_mentor(world: World) -> None:
    settle_reports(world)
    lines = [SheetLine("S001", ("数学好些了", "", "平静", ""))]
    day = TODAY - dt.timedelta(days=10)
    done = type_sheets(by=world.actor("李慧"), kind="report", lines=lines, held_on=day)
    paper = StudentPaper.objects.of(world.school).get()
    assert ([one.name for one in done.saved], done.wrong) == (["林子涵"], [])
    assert (paper.held_on, paper.source, paper.late) == (day, "paper", False)
    assert paper.entered_by == world.accounts["李慧"].pk
    assert Act.objects.of(world.school).get().mentor_id == world.staff["王敏"].pk


def test_right_lines_are_saved_and_wrong_ones_come_back_with_their_reason(settled: World) -> None:
    lines = [
        SheetLine("S001", ("读书", "借书")),
        SheetLine("S001", ("再一次",)),
        SheetLine("S004", ("别班的",)),
        SheetLine("", ("没有学号",)),
        SheetLine("S002", ("",)),
    ]
    done = type_sheets(by=settled.actor("李慧"), kind="goal", lines=lines, held_on=TODAY)
    assert [one.name for one in done.saved] == ["林子涵"]
    assert len(done.wrong) == 4
    goal = Goal.objects.of(settled.school).get()
    assert (goal.source, [step.text for step in goal.steps.of(settled.school)]) == ("paper", ["借书"])


def test_a_day_in_the_future_is_refused(settled: World) -> None:
    lines = [SheetLine("S001", ("谈了", "做"))]
    for kind in ("goal", "reflection"):
        done = type_sheets(by=settled.office, kind=kind, lines=lines, held_on=TODAY + dt.timedelta(days=1))
        assert "日期在今天以后" in done.wrong[0][1]


def test_a_code_is_good_for_a_week_and_a_reprint_ends_it(settled: World) -> None:
    room = settled.classes["高一(1)班"].pk
    slips = {slip.student.name: slip.code for slip in issue_seats(by=settled.actor("李慧"), class_id=room)}
    row = enter_seat(text=slips["林子涵"].lower().replace("-", " "))
    assert (row.student.name, row.ends_at - row.made_at) == ("林子涵", dt.timedelta(days=7))
    issue_seats(by=settled.actor("李慧"), class_id=room)
    with pytest.raises(TaoliError):
        enter_seat(text=slips["林子涵"])


def test_a_code_tried_in_vain_ten_times_rests(settled: World) -> None:
    slips = issue_seats(by=settled.office, class_id=settled.classes["高一(1)班"].pk)
    wrong = slips[0].code[:5] + "-AAAAA"
    for _each in range(10):
        with pytest.raises(TaoliError, match="机位码不对"):
            enter_seat(text=wrong)
    with pytest.raises(TaoliError, match="五分钟"):
        enter_seat(text=slips[0].code)

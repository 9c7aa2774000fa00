"""What stands behind each point."""

import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun
from taoli.evaluation.queries.evidence import Line, lines
from tests.evaluation.work import sheet_of
from tests.world import World


def line(run: AppraisalRun, world: World, key: str) -> Line:
    return next(one for one in lines(sheet_of(run, world)) if one.key == key)


def test_a_point_shows_its_records_with_date_kind_and_students(settled: World, run: AppraisalRun) -> None:
    found = line(run, settled, "individual")
    assert [(one.on, one.kind, one.students) for one in found.evidence] == [
        (dt.date(2026, 9, 10), "谈心谈话", "林子涵、周一诺、赵思源"),
        (dt.date(2026, 10, 14), "谈心谈话", "林子涵"),
    ]
    assert found.sentences == (
        "应做 6 次，有记录 4 次：20 × 4 ÷ 6 = 13.33 分。",
        "另有 9 次还没到期，暂不计入。",
    )
    assert (found.clause, found.source) == ("太谷二中2012 · 考核三", "与学生谈话记录表")


def test_what_was_not_counted_says_why(settled: World, run: AppraisalRun) -> None:
    found = line(run, settled, "individual")
    assert [(one.on, one.students, one.why) for one in found.not_counted] == [
        (dt.date(2026, 10, 14), "周一诺", "没联系上"),
        (dt.date(2026, 11, 3), "赵思源", "这段时间结束后计入"),
    ]


def test_register_shows_the_pairings(settled: World, run: AppraisalRun) -> None:
    found = line(run, settled, "register")
    assert sorted(one.students for one in found.evidence) == ["周一诺", "林子涵", "赵思源"]
    assert {one.kind for one in found.evidence} == {"结对"}


def test_left_out_item_says_that_there_are_no_answers(settled: World, run: AppraisalRun) -> None:
    found = line(run, settled, "student_feedback")
    assert (found.state, found.points, found.sentences) == ("left_out", "", ("没有答卷，该项暂不计分。",))


def test_reading_a_sheet_takes_as_many_queries_however_much_lies_behind(settled: World, run: AppraisalRun) -> None:
    services.tick_all(by=settled.office, run_id=run.pk, item="individual")
    counted = []
    for name in ("李慧", "王敏"):
        sheet = sheet_of(run, settled, name)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            lines(sheet)
        counted.append(len(seen))
    assert counted == [6, 6]

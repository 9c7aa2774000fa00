"""What 王敏 did in the term, and workbooks of answers, for tests of the appraisal.

王敏 mentors 林子涵 and 周一诺 (朝阳组) and 赵思源 (春笋组). On 23 November three months of individual guidance (September,
October; November is due on its last day) and the cycles that are over have come due.
"""

import datetime as dt
from typing import Any

from taoli.duties.services import add_acts
from taoli.engine.scheme import dump, parse_scheme
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from tests.duties.school import did, put_in_force, settle, taigu
from tests.engine.examples import appraisal_with
from tests.roster.books import workbook
from tests.world import World

HEAD = ["导师工号", "导师姓名", "分数"]


def work_done(world: World) -> World:
    """September: a talk with each of the three; October: one with two of them, one of them tried only."""
    september, october = dt.date(2026, 9, 10), dt.date(2026, 10, 14)
    three = ("林子涵", "周一诺", "赵思源")
    for on, students, facts in (
        (september, three, {"theme": True}),
        (october, ("林子涵",), {}),
        (october, ("周一诺",), {"made": False}),
        (dt.date(2026, 11, 3), ("赵思源",), {}),
    ):
        add_acts(by=world.office, acts=did(world, "王敏", *students, held_on=on, entered_on=on, **facts))
    for on in (dt.date(2026, 9, 16), dt.date(2026, 10, 14)):
        group = {"group_id": world.groups["朝阳组"].pk, "kind": "group_activity"}
        add_acts(by=world.office, acts=did(world, "王敏", "林子涵", "周一诺", held_on=on, entered_on=on, **group))
    return world


def sheet_of(run: AppraisalRun, world: World, name: str = "王敏") -> AppraisalSheet:
    return (
        AppraisalSheet.objects.of(world.school)
        .select_related("run__scheme", "mentor")
        .get(run=run, mentor=world.staff[name])
    )


def points(sheet: AppraisalSheet) -> dict[str, Any]:
    return {item["key"]: item["points"] if item["points"] is not None else item["state"] for item in sheet.items}


def proposed(sheet: AppraisalSheet) -> dict[str, Any]:
    return {item["key"]: item["proposed"] for item in sheet.items}


def answers(**sheets: list[list[Any]]) -> bytes:
    """A workbook of answers: sheets by name, rows under the usual headings."""
    return workbook({name: [HEAD, *rows] for name, rows in sheets.items()})


def full_answers() -> bytes:
    """Five answers on each of three mentors of 高一, students and families: 王敏 best, 陈立 last."""
    rows = [
        [number, name, mark]
        for number, name, marks in (
            ("T001", "王敏", (5, 5, 5, 4, 4)),
            ("T002", "李慧", (4, 4, 4, 4, 4)),
            ("T003", "陈立", (3, 3, 3, 2, 2)),
        )
        for mark in marks
    ]
    return answers(学生反馈=rows, 家长反馈=rows)


def judged_by(world: World, *methods: dict[str, Any], **values: Any) -> None:
    """Put Taigu in force with one item of ten points for each method (keys item1, item2 …), and do the work.

    `values` go into the appraisal (honours, allowance); everybody is paired as the roster says.
    """
    scheme = parse_scheme({**dump(taigu()), "appraisal": appraisal_with(*methods, **values)})
    settle(world)
    put_in_force(world, scheme)
    work_done(world)


def take_in(world: World, data: bytes) -> None:
    """Read, stage and confirm a workbook of answers."""
    reading = services.read_answers(school_id=world.school.pk, data=data)
    assert [one.code for one in reading.problems] == []
    services.stage_answers(by=world.office, reading=reading, data=data)
    services.confirm_answers(by=world.office)


def share(world: World, run: AppraisalRun, until: dt.date = dt.date(2026, 11, 30)) -> None:
    """Show the mentors their sheets; what waits for a tick is ticked as proposed before."""
    run.refresh_from_db()
    found = AppraisalSheet.objects.of(world.school).filter(run=run)
    for item in sorted({one["key"] for sheet in found for one in sheet.items if one["state"] == "waiting"}):
        services.tick_all(by=world.office, run_id=run.pk, item=item)
    services.share(by=world.office, run_id=run.pk, until=until)
    run.refresh_from_db()


def publish(world: World, run: AppraisalRun) -> AppraisalRun:
    """Show the sheets if need be and publish, the office saying that all is said."""
    run.refresh_from_db()
    if run.state == AppraisalRun.State.DRAFT:
        share(world, run)
    return services.publish(by=world.office, run_id=run.pk, early=True)


def marks(*about: tuple[str, str, tuple[float, ...]]) -> list[list[Any]]:
    """Rows of a sheet of answers: number, name, marks."""
    return [[number, name, mark] for number, name, given in about for mark in given]

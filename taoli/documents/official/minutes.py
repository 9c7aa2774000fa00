"""Agenda and minutes of a conference, alike for every kind of conference: three forms differ in title and rules."""

import uuid
from collections.abc import Collection, Mapping
from typing import Any

from django.utils import translation

from taoli.care.models import Attendance, Conference
from taoli.care.queries.protocol import Agreed, Matter, Protocol, protocols
from taoli.common.policy import Actor, Role
from taoli.documents.official.layout import (
    Box,
    Cell,
    Col,
    Fields,
    Heading,
    OfficialForm,
    Part,
    Rows,
    Sheet,
    Sign,
    Title,
    Unit,
)
from taoli.documents.official.reading import chinese_day, numbered

ROLES = (
    Role.MENTOR,
    Role.HOMEROOM_TEACHER,
    Role.GRADE_LEAD,
    Role.MORAL_OFFICE,
    Role.PRINCIPAL,
    Role.COUNSELLOR,
)
State = Attendance.State
HEAD: tuple[Part, ...] = (
    Title("{{ title }}", under="{{ school }}    {{ sheet.title }}"),
    Fields(
        (
            (Cell("时间", "day"), Cell("地点", "place")),
            (Cell("主持人", "chair"), Cell("记录人")),
            (Cell("应到", "expected"), Cell("实到", "count")),
            (Cell("出席", "present"),),
            (Cell("请假、缺席", "absent"),),
        )
    ),
)
BODY: tuple[Part, ...] = (
    Rows(
        "agenda",
        (
            Col("序号", "no", 1.2),
            Col("议题", "about", 4.6),
            Col("说明", "text", 7.0, "left"),
            Col("备注", "", 3.9),
        ),
        heading="一、议程",
        least=2,
    ),
    Rows(
        "decisions",
        (Col("序号", "no", 1.2), Col("议题", "about", 4.6), Col("讨论结果", "decision", 10.9, "left")),
        heading="二、记录",
        least=2,
    ),
    Rows(
        "actions",
        (
            Col("谁来做", "owner", 2.6),
            Col("做什么", "text", 7.6, "left"),
            Col("有关学生", "student", 3.0),
            Col("完成时间", "due", 3.5),
        ),
        heading="三、会后安排",
        least=2,
    ),
    Box("四、其他", "summary", 4.0),
    Heading("出席人签字"),
    Rows(
        "signatures",
        (Col("姓名", "name0", 2.6), Col("签字", "", 5.7), Col("姓名", "name1", 2.6), Col("签字", "", 5.8)),
    ),
    Sign(("主持人", "记录人")),
)
SAMPLE = {
    "title": "班教导会 · 高一(1)班",
    "day": "2026年11月23日",
    "place": "会议室",
    "chair": "李慧",
    "expected": "3 人",
    "count": "2 人",
    "present": "李慧、王敏",
    "absent": "陈立（请假）",
    "agenda": [{"no": "1", "about": "林子涵（高一(1)班）", "text": "上次约定的事，现在怎么样。"}],
    "decisions": [{"no": "1", "about": "林子涵（高一(1)班）", "decision": "先观察一周，由王敏谈一次。"}],
    "actions": [{"owner": "王敏", "text": "和家长约一次谈话", "student": "林子涵", "due": "2026年11月30日"}],
    "summary": "各科作业总量由班主任统一安排。",
    "signatures": [{"name0": "李慧", "name1": "王敏"}],
}


def form_of(key: str, title: str, rules: tuple[str, ...], said: Mapping[str, Any], *more: Part) -> OfficialForm:
    """Return the form of one kind of conference; `more` stands between its head and the agenda."""
    return OfficialForm(
        key=key,
        title=title,
        unit=Unit.CONFERENCE,
        roles=ROLES,
        rules=rules,
        parts=(*HEAD, *more, *BODY),
        sample={**SAMPLE, **said},
    )


@translation.override("zh-hans")
def minutes(actor: Actor, ids: Collection[uuid.UUID], kinds: Collection[str], form: str, **more: Any) -> list[Sheet]:
    """Return a sheet for each of the conferences of these kinds that the actor runs, with `more` on each."""
    return [_sheet(one, more) for one in protocols(actor, ids, kinds, f"documents:{form}")]


def _sheet(one: Protocol, more: Mapping[str, Any]) -> Sheet:
    held = one.row.state == Conference.State.HELD
    here = [staff.name for staff, state in one.members if state == State.PRESENT]
    data = {
        **more,
        "title": one.title,
        "day": chinese_day(one.row.held_on),
        "place": one.row.place,
        "chair": one.row.chair.name if one.row.chair else "",
        "expected": f"{len(one.members)} 人" if one.members else "",
        "count": f"{len(here)} 人" if held else "",
        "present": "、".join(here) if held else "",
        "absent": _absent(one) if held else "",
        "agenda": numbered({"about": _about(line), "text": line.text} for line in one.matters),
        "decisions": numbered(
            {"about": _about(line), "decision": line.decision} for line in one.matters if line.discussed
        ),
        "actions": [_action(line) for line in one.agreed],
        "summary": one.row.summary,
        "signatures": in_columns([staff.name for staff, _state in one.members]),
    }
    return Sheet(one.row.pk, f"{chinese_day(one.row.held_on)} {one.title}", data)


def in_columns(names: list[str], columns: int = 2) -> list[dict[str, str]]:
    """Return names in rows of so many, filled up row by row."""
    rows = [names[at : at + columns] for at in range(0, len(names), columns)]
    return [{f"name{place}": name for place, name in enumerate(row)} for row in rows]


def _absent(one: Protocol) -> str:
    said = {State.EXCUSED: "请假", State.ABSENT: "没有到", State.EXPECTED: "没有签到"}
    return "、".join(f"{staff.name}（{said[State(state)]}）" for staff, state in one.members if state in said)


def _about(line: Matter) -> str:
    return f"{line.about}（{line.room}）" if line.room else line.about


def _action(line: Agreed) -> dict[str, Any]:
    return {"owner": line.owner, "text": line.text, "student": line.student, "due": chinese_day(line.due_on)}

"""A term of 王敏's work in the small school, and the sheets somebody gets of it."""

import datetime as dt
import json
import uuid
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.archive.services import MonthLine, write_month
from taoli.care.models import Attendance, Conference
from taoli.common import clock
from taoli.documents.official.layout import Sheet, Unit
from taoli.documents.official.registry import forms, sheets_of
from taoli.duties.models import Act
from taoli.guidance.models import StudentPaper
from tests.archive.examining import published
from tests.archive.growing import aim
from tests.archive.keeping import keep
from tests.archive.speaking import release, speak
from tests.duties.school import settle
from tests.guidance.reporting import hand_in
from tests.guidance.writing import write
from tests.world import World

SECRET = "只给我自己看的一句话"
SEPTEMBER, OCTOBER, NOVEMBER = dt.date(2026, 9, 14), dt.date(2026, 10, 20), dt.date(2026, 11, 3)
# A form is read the same for everybody: those of this piece.
MINE = (
    *("activity_record", "case_analysis", "contact_card", "contact_list", "development_plan", "evaluation_pair"),
    *("growth_portfolio", "guidance_plan", "guidance_record_shared", "handbook_full", "handbook_two"),
    *("mentee_record", "mentee_register", "monthly_group", "monthly_performance", "monthly_sheet", "session_plan"),
    *("talk_record", "visit_book", "visit_record", "work_plan", "work_summary"),
)


def work(world: World) -> World:
    """Everything a form may print of a term, each with something that no form prints."""
    settle(world)
    said: dict[str, Any] = {"private_text": SECRET, "next_step": SECRET}
    talk = write(world, "王敏", "林子涵", held_on=SEPTEMBER, place="图书角", theme="背书", **said)[0]
    write(world, "王敏", "林子涵", "周一诺", kind="group_activity", held_on=OCTOBER, theme="图书角值日", **said)
    write(world, "王敏", "林子涵", kind="family_contact", channel="phone", held_on=OCTOBER, **said)
    write(world, "王敏", "林子涵", kind="home_visit", channel="in_home", held_on=NOVEMBER, **said)
    write(world, "王敏", "林子涵", kind="case_analysis", channel="paper", held_on=NOVEMBER, theme="作业拖延", **said)
    write(world, "王敏", "林子涵", held_on=NOVEMBER, made=False, **said)
    write(world, "李慧", "孙浩然", held_on=NOVEMBER, theme="孙家的事")
    _declined(world)
    _written(world, talk.pk)
    _met(world)
    return world


def _declined(world: World) -> None:
    Act.objects.create(
        school=world.school,
        occasion=uuid.uuid4(),
        source="test",
        source_id=uuid.uuid4(),
        kind="home_visit",
        channel="in_home",
        made=False,
        mentor=world.staff["王敏"],
        student=world.students["周一诺"],
        held_on=SEPTEMBER,
        entered_on=SEPTEMBER,
        refused=Act.Refused.ONCE,
    )


def _written(world: World, talk: uuid.UUID) -> None:
    aim(world, "每天读半小时书", "选一本书")
    hand_in(world, "背书分三天", "先背难的", record_id=talk)
    _evaluated(world)
    keep(world, seen_by="family")
    keep(world, text="与外婆同住", section="family")
    keep(world, text="对花生过敏", section="health")
    line = MonthLine(student_id=world.students["林子涵"].pk, aspects=[], sentence="主动留下来打扫")
    room, month = str(world.classes["高一(1)班"].pk), dt.date(2026, 11, 1)
    write_month(by=world.actor("李慧"), room=room, month=month, lines=[line])
    published(world, {"林子涵": ("92", "78"), "孙浩然": ("61", "62")})
    speak(world)
    release(world)


def _evaluated(world: World) -> None:
    student = world.students["林子涵"]
    StudentPaper.objects.create(
        school=world.school,
        occasion=uuid.uuid4(),
        kind=StudentPaper.Kind.SELF_EVALUATION,
        student=student,
        school_class=student.school_class,
        mentor=student.mentor,
        period=str(world.term.pk)[:30],
        answers=[["这学期的收获", "我会列计划了"]],
        held_on=NOVEMBER,
        entered_at=clock.now(),
    )


def _met(world: World) -> None:
    row = Conference.objects.create(
        school=world.school,
        kind=Conference.Kind.CLASS,
        state=Conference.State.HELD,
        school_class=world.classes["高一(1)班"],
        held_on=OCTOBER,
        place="会议室",
        summary=SECRET,
        entered_at=clock.now(),
    )
    Attendance.objects.create(
        school=world.school, conference=row, staff=world.staff["王敏"], state=Attendance.State.PRESENT
    )


def ids_of(world: World, key: str, *names: str) -> list[uuid.UUID]:
    """The ids of people or groups, as the form's unit wants them."""
    places: dict[Unit, dict[str, Any]] = {
        Unit.STUDENT: world.students,
        Unit.MENTOR: world.staff,
        Unit.GROUP: world.groups,
    }
    return [places[forms()[key].unit][name].pk for name in names]


def read(world: World, key: str, who: str, *names: str) -> list[Sheet]:
    """The sheets of a form that somebody gets of these."""
    return sheets_of(forms()[key])(world.actor(who), world.term, ids_of(world, key, *names))


def data(world: World, key: str, who: str = "王敏", name: str = "林子涵") -> Any:
    """The data of the one sheet of somebody; the secret is never in it."""
    sheets = read(world, key, who, name)
    assert len(sheets) == 1
    assert SECRET not in json.dumps(sheets[0].data, ensure_ascii=False)
    return sheets[0].data


def statements(call: Callable[[], object]) -> int:
    """How many statements a call needs."""
    with CaptureQueriesContext(connection) as seen:
        call()
    return len(seen)

"""The demo's conferences: one held last week with actions open, one of today, a consultation of the grade."""

import datetime as dt

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.care.models import Conference
from taoli.care.services.actions import NewAction, add_action, settle_action
from taoli.care.services.agendas import add_item, prepare_agenda
from taoli.care.services.attendance import send_absence
from taoli.care.services.conferences import Plan, hold_conference, plan_conference
from taoli.care.services.minutes import write_decision, write_summary
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import SchoolClass, Student

WEEK, SOON = dt.timedelta(days=7), dt.timedelta(days=2)
ROOM = "二楼会议室"
SUMMARY = "各科作业量基本合适，晚自习纪律比上月好。"
DECISIONS = (
    ("数学课上走神比较多，先换到前排，两周后再看", "把座位换到第二排", "已换，上课抬头多了"),
    ("最近和同桌有些别扭，导师先听一听", "午休找他聊一次", ""),
)
FOR_ALL = "语文、英语默写错开，一天最多一科"
LINES = ("这周主动来问了两次题，请大家多夸一句", "月考后有点急，我周四再找他聊")


def load_conferences(loaded: Loaded) -> None:
    """Let the demo's homeroom teacher hold one and plan the next, and the grade lead prepare a consultation; once."""
    if Conference.objects.of(loaded.school).exists():
        return
    room = loaded.classes[loaded.made.classes[0].name]
    homeroom, mentor = _actor(loaded, "demo-homeroom_teacher"), _actor(loaded, "demo-mentor")
    with change(by=loaded.by, action="rehearsal.load_conferences"):
        _held(homeroom, mentor, room)
        today = plan_conference(by=homeroom, plan=_plan("class", f"class-{room.pk}", clock.today()))
        prepare_agenda(by=homeroom, pk=today.pk)
        mentees = Student.objects.of(loaded.school).filter(mentor_id=mentor.person_id, school_class=room, left_on=None)
        near = mentees.order_by("seat", "sort_key", "id")[: len(LINES)]
        send_absence(by=mentor, pk=today.pk, lines={one.pk: LINES[place] for place, one in enumerate(near)})
        lead = _actor(loaded, "demo-grade_lead")
        place = f"grade-{room.grade_id}"
        grade = plan_conference(by=lead, plan=_plan("grade", place, clock.today() + SOON))
        prepare_agenda(by=lead, pk=grade.pk)


def _held(homeroom: Actor, mentor: Actor, room: SchoolClass) -> None:
    day = clock.today() - WEEK
    row = plan_conference(by=homeroom, plan=_plan("class", f"class-{room.pk}", day))
    rows = Student.objects.of(room.school_id).filter(school_class=room, left_on=None)
    for one, (text, action, outcome) in zip(rows.order_by("-seat", "id")[: len(DECISIONS)], DECISIONS, strict=True):
        item = add_item(by=homeroom, pk=row.pk, text="", student_id=one.pk)
        write_decision(by=homeroom, pk=row.pk, item_id=item.pk, edit=1, text=text)
        new = NewAction(text=action, owner_id=mentor.person_id, due_on=day + WEEK, student_id=one.pk)
        made = add_action(by=homeroom, pk=row.pk, new=new)
        if outcome:
            settle_action(by=mentor, pk=made.pk, outcome=outcome)
    add_action(by=homeroom, pk=row.pk, new=NewAction(text=FOR_ALL, owner_id=homeroom.person_id, due_on=day + WEEK))
    write_summary(by=homeroom, pk=row.pk, edit=1, text=SUMMARY)
    hold_conference(by=homeroom, pk=row.pk, held_on=day)


def _plan(kind: str, place: str, day: dt.date) -> Plan:
    return Plan(kind=kind, place=place, held_on=day, room=ROOM)


def _actor(loaded: Loaded, username: str) -> Actor:
    place = Membership.objects.get(school=loaded.school, account__username=username)
    return actor_for(place, clock.today())

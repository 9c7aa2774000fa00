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
from taoli.common.policy import Actor, Held, Role
from taoli.common.unit import change
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import SchoolClass, Student

WEEK, SOON = dt.timedelta(days=7), dt.timedelta(days=2)
PLACE = "二楼会议室"
SUMMARY = "各科作业量基本合适，晚自习纪律比上月好。"
DECISIONS = (
    ("数学课上走神比较多，先换到前排，两周后再看", "把座位换到第二排", "已换，上课抬头多了"),
    ("最近和同桌有些别扭，导师先听一听", "午休找他聊一次", ""),
)
FOR_ALL = "语文、英语默写错开，一天最多一科"
LINES = ("这周主动来问了两次题，请大家多夸一句", "月考后有点急，我周四再找他聊")


def load_conferences(loaded: Loaded) -> None:
    """Let the demo's homeroom teacher hold one and plan the next, the grade lead those of the mentor's class, and a
    consultation; once.
    """
    if Conference.objects.of(loaded.school).exists():
        return
    room = loaded.classes[loaded.made.classes[0].name]
    homeroom, mentor, lead = (_actor(loaded, f"demo-{door}") for door in ("homeroom_teacher", "mentor", "grade_lead"))
    near = Student.objects.of(loaded.school).filter(mentor_id=mentor.person_id, left_on=None)
    own = list(near.select_related("school_class").order_by("seat", "sort_key", "id"))
    mentees = [one for one in own if one.school_class_id == own[0].school_class_id][: len(DECISIONS)]
    with change(by=loaded.by, action="rehearsal.load_conferences"):
        rows = Student.objects.of(loaded.school).filter(school_class=room, left_on=None)
        _held(homeroom, room, list(rows.order_by("-seat", "id")[: len(DECISIONS)]))
        _ahead(homeroom, Plan(kind="class", place=f"class-{room.pk}", held_on=clock.today(), room=PLACE))
        if mentees and mentees[0].school_class_id != room.pk and mentees[0].school_class.grade_id == room.grade_id:
            other = mentees[0].school_class
            _held(lead, other, mentees)
            plan = Plan(kind="class", place=f"class-{other.pk}", held_on=clock.today() + SOON, room=PLACE)
            lines = {one.pk: LINES[place] for place, one in enumerate(mentees)}
            send_absence(by=mentor, pk=_ahead(lead, plan).pk, lines=lines)
        grade = Plan(kind="grade", place=f"grade-{room.grade_id}", held_on=clock.today() + SOON, room=PLACE)
        _ahead(lead, grade)


def _ahead(by: Actor, plan: Plan) -> Conference:
    row = plan_conference(by=by, plan=plan)
    prepare_agenda(by=by, pk=row.pk)
    return row


def _held(by: Actor, room: SchoolClass, students: list[Student]) -> None:
    day = clock.today() - WEEK
    row = plan_conference(by=by, plan=Plan(kind="class", place=f"class-{room.pk}", held_on=day, room=PLACE))
    for one, (text, action, outcome) in zip(students, DECISIONS, strict=False):
        item = add_item(by=by, pk=row.pk, text="", student_id=one.pk)
        write_decision(by=by, pk=row.pk, item_id=item.pk, edit=1, text=text)
        new = NewAction(text=action, owner_id=one.mentor_id, due_on=day + WEEK, student_id=one.pk)
        made = add_action(by=by, pk=row.pk, new=new)
        if outcome:
            owner = Actor(None, room.school_id, "staff", one.mentor_id, roles=(Held(Role.MENTOR),))
            settle_action(by=owner, pk=made.pk, outcome=outcome)
    add_action(by=by, pk=row.pk, new=NewAction(text=FOR_ALL, owner_id=by.person_id, due_on=day + WEEK))
    write_summary(by=by, pk=row.pk, edit=1, text=SUMMARY)
    hold_conference(by=by, pk=row.pk, held_on=day)


def _actor(loaded: Loaded, username: str) -> Actor:
    place = Membership.objects.get(school=loaded.school, account__username=username)
    return actor_for(place, clock.today())

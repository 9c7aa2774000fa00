"""The demo's training: a day that is being held, one gone by, one to come; texts and topics on their way."""

import datetime as dt
from decimal import Decimal

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Actor, Held, Role, system
from taoli.common.unit import change
from taoli.evaluation.models import Story
from taoli.evaluation.services import StoryFacts, accept_story, submit_story, write_story
from taoli.oversight.models import CoursePlace, CourseSession, FiledTopic, SharedStory
from taoli.oversight.queries.bookings import get_offer
from taoli.oversight.services.attendance import tick
from taoli.oversight.services.bookings import book
from taoli.oversight.services.closing import close_session
from taoli.oversight.services.courses import CourseFacts, SessionPlan, keep_course, move_session, plan_session
from taoli.oversight.services.events import EventFacts, keep_event
from taoli.oversight.services.exchange import agree, decide, hand_in
from taoli.oversight.services.topics import TopicFacts, decide_topic, file_topic, keep_topic, reach_stage
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import Staff

COURSES = (
    ("norms", "全员育人导师制：做什么、不做什么", "4", True),
    ("skills", "谈心从倾听开始", "2", True),
    ("ways", "把家访路线排成一条线", "2", False),
    ("growth", "陪学生看一张成绩单", "2", False),
    ("family", "和家长说好开头三句话", "2", False),
    ("together", "社区辅导站怎样帮忙", "2", False),
)
WEEK = dt.timedelta(7)
TEXTS = (
    ("走廊里的三分钟", "课间在走廊遇见，比约到办公室更容易开口。我给自己留了三分钟：只问一件小事，不提成绩。"),
    ("一张便利贴", "有的学生不愿说话，却愿意写。桌角的便利贴换了一学期，后来这名学生自己走到我桌前。"),
)


def load_training(district: School, loaded: Loaded) -> None:
    """Write all of it through the services of its pages."""
    by, mentor = system(district.pk), loaded.staff[loaded.made.offices["mentor"]]
    others = [one for one in loaded.staff.values() if one.pk != mentor.pk and one.kind == Staff.Kind.TEACHER][:5]
    with change(by=by, action="rehearsal.load_training"):
        _days(by, loaded, mentor, others)
        _exchange(by, loaded, mentor)
        _topics(by, loaded, mentor, others[0])


def _days(by: Actor, loaded: Loaded, mentor: Staff, others: list[Staff]) -> None:
    known = [
        keep_course(by=by, facts=CourseFacts(part, title, Decimal(hours), "", for_new=new, offered=True))
        for part, title, hours, new in COURSES
    ]
    today = clock.today()
    _past(by, loaded, plan_session(by=by, course=known[0], plan=_plan(today, 9, seats=60)), [mentor, *others])
    morning = plan_session(by=by, course=known[1], plan=_plan(today, 9, seats=60))
    afternoon = plan_session(by=by, course=known[2], plan=_plan(today, 14, kind="workshop", seats=3))
    later = plan_session(by=by, course=known[4], plan=_plan(today + WEEK, 14, seats=40))
    for row in (morning, afternoon, later):
        move_session(by=by, pk=row.pk, to="open")
    for row in (morning, afternoon):
        book(by=loaded.by, session=get_offer(loaded.by, row.pk), staff=[mentor, *others])
    move_session(by=by, pk=morning.pk, to="held")
    ticked = CoursePlace.objects.of(by.school_id).filter(session=morning).exclude(number=mentor.number)
    tick(by=by, pk=morning.pk, present=set(ticked.order_by("number").values_list("pk", flat=True)[:3]))


def _past(by: Actor, loaded: Loaded, row: CourseSession, people: list[Staff]) -> None:
    """A month ago; the services take steps on their day only."""
    move_session(by=by, pk=row.pk, to="open")
    book(by=loaded.by, session=get_offer(loaded.by, row.pk), staff=people)
    gone = clock.today() - 4 * WEEK
    rows = CourseSession.objects.of(by.school_id).filter(pk=row.pk)
    rows.update(state=CourseSession.State.HELD, day=gone, sign_up_until=gone)
    tick(by=by, pk=row.pk, present=set(CoursePlace.objects.of(by.school_id).values_list("pk", flat=True)))
    close_session(by=by, pk=row.pk)


def _exchange(by: Actor, loaded: Loaded, mentor: Staff) -> None:
    """One text read in the area, one that waits at the bureau, one that waits in the office, an event."""
    guide = Actor(
        account_id=None,
        school_id=loaded.school.pk,
        person_kind="staff",
        person_id=mentor.pk,
        name=mentor.name,
        roles=(Held(Role.MENTOR),),
    )
    stories = list(Story.objects.of(loaded.school).filter(author=mentor, state=Story.State.ACCEPTED)[:1])
    for title, text in TEXTS:
        draft = write_story(by=guide, facts=StoryFacts("reflection", title, text, ()))
        edit = submit_story(by=guide, pk=draft.pk).edit
        stories.append(accept_story(by=loaded.by, pk=draft.pk, title=title, text=text, edit=edit))
    offers = [agree(by=guide, story=one, part="ways") for one in stories]
    for offer in offers[:-1]:
        hand_in(by=loaded.by, pk=offer.pk, looked=True)
    first = SharedStory.objects.of(by.school_id).get(ref=offers[0].pk)
    decide(by=by, pk=first.pk, publish=True, answer="", edit=first.edit)
    facts = EventFacts("papers", "导师育人案例评比", clock.today() + 3 * WEEK, "区教研中心", "", published=True)
    keep_event(by=by, facts=facts, entries={first.pk: ""})


def _topics(by: Actor, loaded: Loaded, mentor: Staff, other: Staff) -> None:
    today = clock.today()
    row = keep_topic(
        by=loaded.by, facts=TopicFacts("走班制下导师与班主任的分工", "district", mentor.pk, other.name, "")
    )
    for step, weeks, document in (("applied", 9, "课题申报书"), ("begun", 6, "立项通知"), ("opened", 3, "开题报告")):
        reach_stage(by=loaded.by, pk=row.pk, step=step, day=today - weeks * WEEK, document=document)
    file_topic(by=loaded.by, pk=row.pk)
    filed = FiledTopic.objects.of(by.school_id).get(ref=row.pk)
    decide_topic(by=by, pk=filed.pk, approve=True, answer="", edit=filed.edit)
    second = keep_topic(by=loaded.by, facts=TopicFacts("谈心记录怎样不成为负担", "city", other.pk, "", ""))
    file_topic(by=loaded.by, pk=second.pk)


def _plan(day: dt.date, hour: int, *, seats: int, kind: str = "lecture") -> SessionPlan:
    return SessionPlan(
        day=day,
        starts=dt.time(hour),
        ends=dt.time(hour + 2, 30),
        hours=Decimal(2),
        kind=kind,
        place="春和区教研中心三楼报告厅",
        speaker="宋晚舟",
        seats=seats,
        sign_up_until=day,
        word="",
    )

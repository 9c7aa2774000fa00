"""The demo's cases of key attention: led by the principal, with a leader who is away, closed, to be decided; facts
about some students.
"""

import datetime as dt

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.care.models import CareCase
from taoli.care.services import (
    answer_case,
    climb_case,
    close_case,
    decide_case,
    plan_measure,
    raise_case,
    settle_measure,
)
from taoli.care.services.categories import note_category
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import Student, StudentCategory
from taoli.roster.services.leaves import add_leave

NEXT, SOON = dt.timedelta(days=14), dt.timedelta(days=4)
WORRIES = (
    ("连续两周午饭只喝汤，课间一个人坐着", "请食堂师傅留意，导师陪着吃几次"),
    ("周一常迟到，说家里没人叫早", "和家里商量固定的起床时间"),
    ("开学时晚上想家，常在走廊打电话", ""),
    ("这周两次作业没交，说话声音很低", "先聊一聊，别在课上点名"),
)
FACTS = (
    ("poverty", "much", "奶奶照看，申请了助学金"),
    ("single_parent", "some", ""),
    ("study_difficulty", "some", "数学基础薄，任课老师提出"),
)
YEAR_AGO = dt.timedelta(days=370)
OUTCOME = "和室友熟了，两周没有夜里打电话，自己说习惯了"


def load_cases(loaded: Loaded) -> None:
    """Let the homeroom teacher and the mentor of the demo raise worries, and what came of them; once."""
    if CareCase.objects.of(loaded.school).exists():
        return
    room = loaded.made.classes[0]
    homeroom, mentor = _actor(loaded, "demo-homeroom_teacher"), _actor(loaded, "demo-mentor")
    rows = Student.objects.of(loaded.school).filter(school_class=loaded.classes[room.name], left_on=None)
    students = list(rows.exclude(mentor_id=mentor.person_id).order_by("seat", "sort_key", "id")[:3])
    with change(by=loaded.by, action="rehearsal.load_cases"):
        first, second, third = (_raise(homeroom, one, place) for place, one in enumerate(students))
        _climb(loaded, homeroom, mentor, first)
        _alone(loaded, homeroom, second)
        _over(homeroom, third)
        mentee = Student.objects.of(loaded.school).filter(mentor_id=mentor.person_id, left_on=None)
        _raise(mentor, mentee.order_by("sort_key", "id")[1], len(students))
        _note(homeroom, list(rows.order_by("-seat", "-sort_key", "-id")[: len(FACTS)]))


def _note(homeroom: Actor, students: list[Student]) -> None:
    """Facts about three students of the class, the last noted more than a year ago: to be looked at again."""
    for one, (code, degree, reason) in zip(students, FACTS, strict=False):
        row = note_category(by=homeroom, student_id=one.pk, code=code, source="teacher", degree=degree, reason=reason)
    day = clock.today()
    StudentCategory.objects.of(homeroom.school_id).filter(pk=row.pk).update(starts=day - YEAR_AGO, review_on=day)


def _raise(by: Actor, about: Student, place: int) -> CareCase:
    reason, proposed = WORRIES[place]
    serious = "watch" if place else "serious"
    return raise_case(by=by, student_id=about.pk, reason=reason, seriousness=serious, proposed=proposed)


def _climb(loaded: Loaded, homeroom: Actor, mentor: Actor, case: CareCase) -> None:
    """From the class to the principal, who leads it, and back with an answer; a measure waits for the mentor today."""
    lead, head = _actor(loaded, "demo-grade_lead"), _actor(loaded, "demo-principal")
    climb_case(by=homeroom, pk=case.pk, edit=1, text="班里试过两周，请年级一起想办法")
    climb_case(by=lead, pk=case.pk, edit=2, text="想请学校领导包靠")
    decide_case(
        by=head,
        pk=case.pk,
        edit=3,
        takes=True,
        leader_id=head.person_id,
        review_on=clock.today() + NEXT,
        text="由我负责，两周后再看",
    )
    plans = (("每周二午休陪着吃一次饭", mentor, dt.timedelta()), ("和家里通一次电话", homeroom, SOON))
    made = [
        plan_measure(by=head, case_id=case.pk, text=text, owner_id=owner.person_id, due_on=clock.today() + days)
        for text, owner, days in plans
    ]
    settle_measure(by=homeroom, pk=made[1].pk, note="家里答应晚饭一起吃")
    answer_case(by=head, pk=case.pk, edit=4, text="照计划做，有变化随时告诉我")


def _alone(loaded: Loaded, homeroom: Actor, case: CareCase) -> None:
    """The leader is away this week and nobody stands in: the office finds it on its desk."""
    leader = loaded.staff[loaded.made.classes[-1].homeroom]
    today = clock.today()
    decide_case(
        by=homeroom, pk=case.pk, edit=1, takes=True, leader_id=leader.pk, review_on=today + SOON, text="请老师牵头"
    )
    add_leave(by=loaded.by, staff_id=leader.pk, starts=today, ends=today + SOON, substitute_id=None)


def _over(homeroom: Actor, case: CareCase) -> None:
    day = clock.today() + NEXT
    lead = homeroom.person_id
    decide_case(by=homeroom, pk=case.pk, edit=1, takes=True, leader_id=lead, review_on=day, text="")
    close_case(by=homeroom, pk=case.pk, edit=2, outcome=OUTCOME)


def _actor(loaded: Loaded, username: str) -> Actor:
    place = Membership.objects.get(school=loaded.school, account__username=username)
    return actor_for(place, clock.today())

"""What some students of the demo have set themselves and written, through the services that their pages use."""

import datetime as dt
import uuid

from taoli.archive.models import Goal
from taoli.archive.services import PlanStep, cheer_goal, close_goal, set_goal, suggest_goal, tick_step
from taoli.common.policy import Actor, Held, Role
from taoli.common.unit import change
from taoli.guidance.models import GuidanceRecord
from taoli.guidance.services import PaperFacts, answer_paper, hand_in_paper, suggest_to_group
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import pairings_of_mentor
from taoli.rehearsal.services.pairing import PAIRED_FROM
from taoli.rehearsal.services.people import Loaded

SET_ON, STEP_BY = dt.date(2026, 10, 19), dt.date(2026, 12, 18)
GOALS = (
    ("英语每天背十个词，月底能默写三百个", ("早读前背十个", "周五默写一遍", "月底请导师听写")),
    ("课间下楼走一圈，体育测试跑进四分半", ("每天下楼一次", "周末慢跑两次")),
    ("上课敢举手，每周至少回答一次问题", ("先在小组里说", "语文课举一次手")),
)
REACHED = "把错题本补齐"
SUGGESTED = "试着给小组讲一道题"
CHEER = "第一步最难，你已经迈出去了"
REFLECTIONS = (
    ("聊了月考后心里的落差，还有晚上睡不好", "先把手机放到客厅，十点半睡，下周再看"),
    ("说了选科的事，我更喜欢物理", "周末列一张表，写下喜欢和担心，再给导师看"),
    ("谈了和同桌的别扭，原来我也没听完他的话", "这周找个时间好好听他说一次"),
)
ANSWER = "你看得很清楚，先从睡觉这一件事开始就好"
SUGGESTION = "周五放学一起去操场打羽毛球，轮流带球"


def load_growth(loaded: Loaded) -> None:
    """Write goals and reflections of the first students of the mentor whom the demo shows; once."""
    if Goal.objects.of(loaded.school).exists():
        return
    mentor = loaded.staff[loaded.made.offices["mentor"]]
    guide = _actor(loaded, "staff", mentor.pk, mentor.name, Role.MENTOR)
    pairings = pairings_of_mentor(loaded.school.pk, mentor.pk, PAIRED_FROM)[: len(GOALS)]
    with change(by=loaded.by, action="rehearsal.load_growth"):
        for place, pairing in enumerate(pairings):
            _student(loaded, pairing, place, guide)


def _student(loaded: Loaded, pairing: Pairing, place: int, guide: Actor) -> None:
    pk = pairing.student_id
    by = _actor(loaded, "student", pk, pairing.student.name, Role.STUDENT)
    text, steps = GOALS[place]
    plan = [PlanStep(step, STEP_BY if last else None) for last, step in enumerate(steps)]
    goal = set_goal(by=by, student_id=pk, text=text, steps=plan, set_on=SET_ON)
    first = goal.steps.of(loaded.school).order_by("place").first()
    if first is not None:
        tick_step(by=by, pk=goal.pk, step_id=first.pk, done=True)
    talk = GuidanceRecord.objects.of(loaded.school).filter(student_id=pk, kind="talk", made=True)
    record = talk.order_by("-held_on", "id").first()
    facts = PaperFacts(kind="reflection", answers=REFLECTIONS[place], record_id=record.pk if record else None)
    paper = hand_in_paper(by=by, student_id=pk, facts=facts)
    if place:
        return
    cheer_goal(by=guide, pk=goal.pk, text=CHEER)
    earlier = set_goal(by=by, student_id=pk, text=REACHED, set_on=SET_ON)
    close_goal(by=by, pk=earlier.pk, reached=True, outcome="比想的快，两周就补完了")
    suggest_goal(by=guide, student_id=pk, text=SUGGESTED)
    answer_paper(by=guide, pk=paper.pk, text=ANSWER)
    if pairing.group_id:
        suggest_to_group(by=by, group_id=pairing.group_id, text=SUGGESTION)


def _actor(loaded: Loaded, kind: str, pk: uuid.UUID, name: str, role: Role) -> Actor:
    return Actor(
        account_id=None,
        school_id=loaded.school.pk,
        person_kind=kind,
        person_id=pk,
        name=name,
        roles=(Held(role),),
    )

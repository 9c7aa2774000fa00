"""Packages of the demo: a partner school, one being prepared, one sent without a receipt, one waiting, one taken in."""

import datetime as dt
import os
import uuid

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Actor, Held, Role
from taoli.common.unit import change
from taoli.engine.package import (
    Entry,
    Farewell,
    Heading,
    Person,
    Receiver,
    Restricted,
    RestrictedLine,
    SchoolCard,
    SchoolKeys,
    Section,
    StudentFile,
    build,
    card_text,
    new_keys,
    public_keys,
)
from taoli.handover.models import Arrival, Partner
from taoli.handover.services.arrivals import Placement, accept_package, receive_package
from taoli.handover.services.cards import issue_card
from taoli.handover.services.keys import ensure_keys
from taoli.handover.services.packages import draft_package
from taoli.handover.services.partners import add_partner
from taoli.handover.services.sending import send_package
from taoli.matching.queries.pairings import pairings_of_mentor
from taoli.rehearsal.services.pairing import PAIRED_FROM
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import Student
from taoli.roster.services.transferring import Newcomer, admit

CODE, NAME, PERSON = "chenguang", "晨光初级中学", "年级组长 温老师"
COMES, GOES, NUMBER = "温以宁", "白若溪", "Z9001"
LINES = (
    ("goals", "目标与计划", "每天读半小时书，已坚持一个学期"),
    ("contacts", "谈话、电话、家访", "6月3日，在校：谈了升学后的打算"),
    ("evaluations", "学期评价", "做事有始有终，愿意帮同学讲题"),
)
WORD = "慢热，先一起做件小事，她就愿意说了。"
SEALED, WHY = "放学由外婆接，联系前先发短信", "新班主任联系家长时要知道"


def load_packages(loaded: Loaded) -> None:
    """Leave the office something on each page of packages; once."""
    if Partner.objects.of(loaded.school).exists():
        return
    mentor = loaded.staff[loaded.made.offices["mentor"]]
    mentees = [one.student for one in pairings_of_mentor(loaded.school.pk, mentor.pk, PAIRED_FROM)]
    with change(by=loaded.by, action="rehearsal.load_packages"):
        keys = new_keys(os.urandom)
        partner = _partner(loaded, keys)
        _gone(loaded, partner, mentees[0].school_class_id)
        draft_package(by=loaded.by, partner_id=partner.pk, student_ids=[mentees[-1].pk], person=PERSON)
        office = Actor(None, loaded.school.pk, roles=(Held(Role.MORAL_OFFICE),))
        issue_card(by=office, student_id=mentees[-1].pk, to_school="远山中学")
        _arrival(loaded, keys, COMES)
        came = _arrival(loaded, keys, mentees[0].name)
        link = [Placement(place=1, link=mentees[0].pk)]
        accept_package(by=loaded.by, pk=came.pk, edit=came.edit, placements=link, named_id=mentor.pk)


def _partner(loaded: Loaded, keys: SchoolKeys) -> Partner:
    ensure_keys(by=loaded.by)
    sign, box = public_keys(keys)
    card = SchoolCard(format="taoli-school", version=1, code=CODE, name=NAME, sign_key=sign, box_key=box)
    row = add_partner(by=loaded.by, card=card_text(card), contact="德育处")
    Partner.objects.of(loaded.school).filter(pk=row.pk).update(how=Partner.How.PHONE, verified_on=PAIRED_FROM)
    return row


def _gone(loaded: Loaded, partner: Partner, room: uuid.UUID) -> None:
    """Somebody who was here for a short while only: no figure of the demo changes."""
    student: Student = admit(by=loaded.by, newcomers=[Newcomer(GOES, NUMBER, room)])[0]
    package = draft_package(by=loaded.by, partner_id=partner.pk, student_ids=[student.pk], person=PERSON)
    send_package(by=loaded.by, pk=package.pk, edit=package.edit, nonetheless="在校时间短，导师还没有写寄语")


def _arrival(loaded: Loaded, keys: SchoolKeys, name: str) -> Arrival:
    """Take what the partner school would have sent."""
    school: School = loaded.school
    own, today = ensure_keys(by=loaded.by), clock.today()
    receiver = Receiver(code=school.code, name=school.name, person="德育处", box_key=own.box_key)
    heading = Heading(
        id=uuid.uuid4(),
        created=clock.now(),
        expires=today + dt.timedelta(days=60),
        reply_by=today + dt.timedelta(days=14),
        scope="student",
        sender=(CODE, NAME),
        receiver=receiver,
    )
    sections = [
        Section(key=key, title=title, entries=(Entry(on=dt.date(2026, 6, 3), text=text, by="温老师"),))
        for key, title, text in LINES
    ]
    file = StudentFile(
        person=Person(name=name, number="C2041", gender="f", school_class="初三(2)班"),
        strengths=("喜欢阅读", "做事细心"),
        farewell=Farewell(text=WORD, by="温老师", on=dt.date(2026, 6, 20)),
        sections=tuple(sections),
    )
    sealed = Restricted(lines=(RestrictedLine(student=1, text=SEALED, reason=WHY),))
    data = build(heading, [file], keys=keys, draw=os.urandom, restricted=sealed).data
    return receive_package(by=loaded.by, data=data)

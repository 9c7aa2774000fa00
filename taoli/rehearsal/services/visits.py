"""The demo's appointments with families, offered, reshaped, agreed and declined; what the demo's parent has written."""

import datetime as dt
import uuid
from collections.abc import Sequence

from django.utils import timezone

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.models import Appointment, AppointmentSlot
from taoli.guidance.queries.season import days_between
from taoli.guidance.queries.stories import mine
from taoli.guidance.services import (
    Answer,
    Offered,
    ask_correction,
    hear,
    propose,
    release_text,
    send_message,
    set_topics,
    tap_strength,
)
from taoli.matching.queries.pairings import pairings_of_mentor
from taoli.rehearsal.services.pairing import PAIRED_FROM
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import RosterSettings, Staff

AFTER_SCHOOL = (dt.time(16, 20), dt.time(17, 10))
SATURDAY = 5
PHONE = "0500-1234567"
REACH = "周一至周四 16:30–17:30，203 办公室"
WISH = "周中要上班，周六上午都可以。"
MESSAGE = "老师好，孩子这周睡得晚，请帮忙留意一下上午的状态。"
KIND = (("helpful", "reading"), ("sports",), ("careful", "together", "hands"), ("curious",))
TOLD = "这周主动帮同学讲了两道题，请在家里也夸一夸。"
WRONG = "名册里的联系电话是旧号码，请更新。"


def load_visits(loaded: Loaded) -> None:
    """Let the demo's mentor offer four families times, and their parent write; whatever is there is left as it is."""
    if Appointment.objects.of(loaded.school).exists():
        return
    mentor = _actor(loaded, "demo-mentor")
    second = _actor(loaded, "demo-homeroom_teacher").person_id  # the first home asks for two adults
    days = _days(loaded.school.pk)
    assert mentor.person_id is not None
    rows = pairings_of_mentor(loaded.school.pk, mentor.person_id, PAIRED_FROM)
    with change(by=loaded.by, action="rehearsal.load_visits"):
        RosterSettings.objects.update_or_create(school=loaded.school, defaults={"phone": PHONE})
        Staff.objects.of(loaded.school).filter(pk=mentor.person_id).update(reach_times=REACH)
        made = [
            propose(
                by=mentor,
                student_ids=[row.student_id],
                offered=Offered(
                    slots=[_at(days[place], 0), _at(days[place + 1], 1)],
                    place="home",
                    second_id=None if place else second,
                ),
            )
            for place, row in enumerate(rows[:4])
        ]
        set_topics(by=mentor, pk=made[0].pk, edit=1, topics=["strengths", "home", "wishes"])
        _reshape(mentor, made[1])
        _agree(mentor, made[2])
        _decline(mentor, made[3:])
        _praise(mentor, [row.student_id for row in rows])
        _write(loaded, rows[0].student_id)


def _reshape(mentor: Actor, row: Appointment) -> None:
    """The family would rather come on Saturday, to the library."""
    day = clock.today() + dt.timedelta(days=(SATURDAY - clock.today().weekday()) % 7 or 7)
    starts = timezone.make_aware(dt.datetime.combine(day, dt.time(10)))
    said = Answer(starts=starts, place="elsewhere", place_note="社区图书馆", words=WISH, who="mother", how="phone")
    hear(by=mentor, pk=row.pk, edit=1, answer=said)


def _agree(mentor: Actor, row: Appointment) -> None:
    slot = AppointmentSlot.objects.of(row.school_id).filter(appointment=row).order_by("starts")[0]
    hear(by=mentor, pk=row.pk, edit=1, answer=Answer(slot=slot.pk, who="father", how="phone"))


def _decline(mentor: Actor, rows: Sequence[Appointment]) -> None:
    """One family would rather have no visit this term: a result, too."""
    for row in rows:
        hear(by=mentor, pk=row.pk, edit=1, answer=Answer(who="mother", how="phone", whole=True))


def _praise(mentor: Actor, students: Sequence[uuid.UUID]) -> None:
    """A few kind words about some students, and other words for one family than the printed sentence."""
    for student, words in zip(students, KIND, strict=False):
        for code in words:
            tap_strength(by=mentor, student_id=student, code=code)
    record = mine(mentor).filter(student_id__in=students[:1], kind="talk", made=True).first()
    if record is not None:
        release_text(by=mentor, pk=record.pk, text=TOLD, withheld=False)


def _write(loaded: Loaded, child: uuid.UUID) -> None:
    guardian = _actor(loaded, "demo-guardian")
    send_message(by=guardian, student_id=child, text=MESSAGE)
    ask_correction(by=guardian, student_id=child, text=WRONG)


def _days(school_id: int) -> Sequence[dt.date]:
    first = clock.today() + dt.timedelta(days=1)
    taught = days_between(school_id, first, first + dt.timedelta(days=27), own_time=False)
    every = [first + dt.timedelta(days=n) for n in range(28)]
    return taught or [day for day in every if day.weekday() < SATURDAY]


def _at(day: dt.date, place: int) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, AFTER_SCHOOL[place]))


def _actor(loaded: Loaded, username: str) -> Actor:
    place = Membership.objects.get(school=loaded.school, account__username=username)
    return actor_for(place, clock.today())

"""The demo's plan of who is on duty, the school's numbers, and a student who would like to talk."""

import datetime as dt

from django.utils import timezone

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.common import clock
from taoli.guidance.models import GuidanceRecord, TalkAsk, UnsafeAlarm, UnsafeRing
from taoli.guidance.phrases import SEEN
from taoli.guidance.queries.adults import adults_for
from taoli.guidance.services import RecordFacts, record_submit
from taoli.guidance.services.talks import ask_to_talk
from taoli.matching.queries.pairings import pairings_of_mentor
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import SchoolNumbers, Student, WatchTurn

DAY = dt.timedelta(days=1)
AHEAD = 14  # days of the plan
SEEN_WORDS = "熄灯前在走廊遇到，说数学小测没考好，陪着走了一圈，回宿舍时好多了。"
WORDS = "最近晚上睡不好，想找时间和老师说说。"


def offer_watch(loaded: Loaded) -> None:
    """Put a leader, a second and a house's staff on duty for two weeks, and enter the numbers; once."""
    if SchoolNumbers.objects.of(loaded.school).exists():
        return
    offices = loaded.made.offices
    lead = loaded.staff[loaded.made.grade_leads[loaded.made.classes[0].grade]]
    SchoolNumbers.objects.create(
        school=loaded.school,
        duty_phone="0000-8110",
        hospital="芳洲市第一医院 0000-6120",
        police="东湖派出所 0000-2110",
        counsellor=lead,
    )
    today = clock.today()
    posts = ((lead, "leader", ""), (loaded.staff[offices["principal"]], "second", ""))
    house = (loaded.staff[offices["mentor"]], "dormitory", "兰苑")
    WatchTurn.objects.bulk_create(
        WatchTurn(school=loaded.school, staff=staff, post=post, place=place, starts=_at(day), ends=_at(day + DAY))
        for day in (today + DAY * number for number in range(-1, AHEAD))
        for staff, post, place in (*posts, house)
    )


def _at(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time(7)))


def offer_talk(loaded: Loaded) -> None:
    """Let the student of the demo ask the mentor of the demo to talk; once."""
    if TalkAsk.objects.of(loaded.school).exists():
        return
    place = Membership.objects.filter(school=loaded.school, account__username="demo-student").first()
    if place is None:
        return
    student = Student.objects.of(loaded.school).select_related("school_class").get(pk=place.person_id)
    offered = [one.key for one in adults_for(student) if one.office == "mentor"]
    for key in offered:
        ask_to_talk(by=actor_for(place, clock.today()), adult=key, text=WORDS, may_pass=True)


def offer_seen(loaded: Loaded) -> None:
    """Let the leader on duty yesterday have written down what was seen of a student of the demo's mentor; once."""
    turn = WatchTurn.objects.of(loaded.school).filter(post="leader").order_by("starts").first()
    place = Membership.objects.filter(school=loaded.school, account__username="demo-grade_lead").first()
    mentor = loaded.staff[loaded.made.offices["mentor"]]
    day = clock.today() - DAY
    student = pairings_of_mentor(loaded.school.pk, mentor.pk, day)[-1].student_id
    known = GuidanceRecord.objects.of(loaded.school).filter(kind=SEEN.kind)
    if turn is None or place is None or turn.staff_id != place.person_id or known.exists():
        return
    facts = RecordFacts(
        kind=SEEN.kind, channel=SEEN.channel, held_on=day, place=str(SEEN.place), private_text=SEEN_WORDS
    )
    record_submit(by=actor_for(place, clock.today()), student_ids=[student], facts=facts)


def offer_alarm(loaded: Loaded) -> None:
    """Leave a closed alarm of yesterday evening, as the leader on duty sees it afterwards; once."""
    rows = Student.objects.of(loaded.school).filter(left_on=None).exclude(mentor=None).order_by("number")
    turn = WatchTurn.objects.of(loaded.school).filter(post="leader").order_by("starts").first()
    student = rows.last()
    if turn is None or student is None or UnsafeAlarm.objects.of(loaded.school).exists():
        return
    pressed = turn.starts + dt.timedelta(hours=14)
    came, closed = pressed + dt.timedelta(minutes=2), pressed + dt.timedelta(hours=1)
    alarm = UnsafeAlarm.objects.create(
        school=loaded.school,
        student=student,
        source="own",
        pressed_at=pressed,
        last_pressed_at=pressed,
        rounds=2,
        rung_at=came,
        state=UnsafeAlarm.State.CLOSED,
        answered_by=turn.staff,
        answered_at=came,
        closed_by=turn.staff,
        closed_at=closed,
        outcome=UnsafeAlarm.Outcome.WITH_ADULT,
        note="在操场看台找到，陪到宿舍，已和家长通话。",
        follow_up=student.mentor,
        follow_on=(pressed + DAY).date(),
    )
    UnsafeRing.objects.bulk_create(
        UnsafeRing(
            school=loaded.school,
            alarm=alarm,
            staff=turn.staff,
            rank=UnsafeRing.Rank.LEADER,
            wave=wave,
            at=pressed + dt.timedelta(minutes=wave - 1),
            channels=["inbox"],
        )
        for wave in (1, 2)
    )

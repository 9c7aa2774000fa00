"""The demo's counsellor: one student waits, one is in care with a sealed note and advice; one report of harm."""

import datetime as dt

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.care.models import Referral
from taoli.care.services.harm import HarmFacts, StepFacts, report_harm
from taoli.care.services.officers import name_officers
from taoli.care.services.referrals import Advice, ReferralFacts, advise, move_referral, refer
from taoli.care.services.sealed import break_glass, keep_note
from taoli.care.services.sessions import add_session
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import pairings_of_mentor
from taoli.rehearsal.services.people import Loaded

WHY = ("最近两周上课常走神，说晚上睡不着，也不愿和同学一起吃饭。", "考试后情绪起伏大，说过“没意思”，想请您看一看。")
NOTE = "第一次谈话：睡眠不好，担心让家里失望。约好每周一次，先做放松练习。"
ADVICE = "这两周作业先不催，课间多打个招呼；睡不着时请他来找我。"
SEEN = "体育课换衣服时看到背上有几道新伤，问起时低头不说话。"
BROKEN = "学生昨晚未归，联系不上心理教师，需要了解可能去哪里。"


def load_counsel(loaded: Loaded) -> None:
    """Refer two students of the demo's mentor, and report harm to a third; once."""
    if Referral.objects.of(loaded.school).exists():
        return
    mentor, counsellor = _door(loaded, "mentor"), _door(loaded, "counsellor")
    today = clock.today()
    own = pairings_of_mentor(loaded.school.pk, loaded.staff[loaded.made.offices["mentor"]].pk, today)
    with change(by=loaded.by, action="rehearsal.load_counsel"):
        said = ReferralFacts(reason=WHY[0], urgency="2_soon", consent_by="本人和母亲", consent_on=today)
        refer(by=mentor, student_id=own[-2].student_id, facts=said)
        said = ReferralFacts(reason=WHY[1], consent_by="本人和父亲", consent_on=today)
        row = refer(by=mentor, student_id=own[0].student_id, facts=said)
        row = move_referral(by=counsellor, pk=row.pk, to=Referral.State.CARE)
        advise(by=counsellor, pk=row.pk, edit=row.edit, advice=Advice("watch", ADVICE))
        keep_note(by=counsellor, student_id=row.student_id, text=NOTE, held_on=today)
        soon = (clock.now() + dt.timedelta(days=1)).replace(minute=0, second=0, microsecond=0)
        add_session(by=counsellor, pk=row.pk, starts=soon, place="心理辅导室")
        _protect(loaded, own[0], own[-1].student.name, own[-1].student.school_class.name)


def _protect(loaded: Loaded, held: Pairing, name: str, room: str) -> None:
    """Name a safety officer, leave a report of harm and notes that the principal has opened."""
    principal, office, teacher = (_door(loaded, door) for door in ("principal", "moral_office", "homeroom_teacher"))
    now = clock.now()
    name_officers(by=principal, names=_door(loaded, "grade_lead").name)
    called = StepFacts("police", now, "东湖派出所值班民警", "2026-118")
    known = now - dt.timedelta(hours=3)
    report_harm(by=teacher, facts=HarmFacts(name, SEEN, known, {"family"}, room=room, steps=[called]))
    assert office.person_id is not None
    break_glass(by=principal, student_id=held.student_id, second=office.person_id, reason=BROKEN, hours=24)


def _door(loaded: Loaded, door: str) -> Actor:
    place = Membership.objects.get(school=loaded.school, account__username=f"demo-{door}")
    return actor_for(place, clock.today())

"""Referrals, notes and reports for the tests of the counsellor's side."""

import datetime as dt
import uuid
from typing import Any

from taoli.care.models import CounsellorNote, GlassBreak, HarmReport, Referral
from taoli.care.services.harm import HarmFacts, report_harm
from taoli.care.services.referrals import ReferralFacts, move_referral, refer
from taoli.care.services.sealed import break_glass, keep_note
from taoli.common import clock
from tests.world import TODAY, World

WHY = "这两周常说睡不着，午休一个人坐在楼梯口"
SEEN = "手臂上有几处新的瘀青，孩子说是在家里被打的"
NOTE = "第一次谈话，情绪低落，约好每周一次"
REASON = "学生今晚没有回宿舍，联系不上心理教师"


def sent(**fields: Any) -> dict[str, Any]:
    """Return a form as a browser sends it, with a fresh operation id."""
    return {"op": str(uuid.uuid4()), **fields}


def facts(**changes: Any) -> ReferralFacts:
    """Return a referral to which both have agreed."""
    return ReferralFacts(**{"reason": WHY, "consent_by": "林母", "consent_on": TODAY, **changes})


def referred(world: World, name: str = "林子涵", by: str = "王敏", **changes: Any) -> Referral:
    """Refer a student."""
    return refer(by=world.actor(by), student_id=world.students[name].pk, facts=facts(**changes))


def in_care(world: World, name: str = "林子涵", by: str = "王敏", **changes: Any) -> Referral:
    """Refer a student, whom the counsellor takes on."""
    row = referred(world, name, by, **changes)
    return move_referral(by=world.actor("何静"), pk=row.pk, to=Referral.State.CARE)


def noted(world: World, text: str = NOTE, name: str = "林子涵") -> CounsellorNote:
    """Let the counsellor, who holds the student, keep a note."""
    return keep_note(by=world.actor("何静"), student_id=world.students[name].pk, text=text, held_on=TODAY)


def harmed(world: World, by: str = "李慧", **changes: Any) -> HarmReport:
    """Report harm to 林子涵; somebody of the family is concerned."""
    known = clock.now() - dt.timedelta(hours=2)
    said = {"name": "林子涵", "seen": SEEN, "known_at": known, "kinds": ["family"], **changes}
    return report_harm(by=world.actor(by), facts=HarmFacts(**said))


def broken(world: World, name: str = "林子涵", hours: int = 2, reason: str = REASON) -> GlassBreak:
    """Let the principal break the glass; the moral office is the second person."""
    return break_glass(
        by=world.actor("钱程"),
        student_id=world.students[name].pk,
        second=world.staff["孙悦"].pk,
        reason=reason,
        hours=hours,
    )

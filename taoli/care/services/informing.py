"""Who is told of what the counsellor does; codes and times, never a text, and no names to who referred."""

import uuid
from collections.abc import Iterable

from django.urls import reverse

from taoli.care.models import CounsellingSession, GlassBreak, HarmReport, Referral
from taoli.care.queries.finding import office_of
from taoli.common.policy import Actor, Role
from taoli.notifications.services import To, notify, withdraw


def tell_asked(*, by: Actor, row: Referral) -> None:
    """Tell the counsellors that somebody has been referred; at any hour when it is for today."""
    to = [To("staff", pk) for _role, pk in office_of(by.school_id, (Role.COUNSELLOR,)) if pk != by.person_id]
    kind = "referral_now" if row.urgency == Referral.Urgency.NOW else "referral_asked"
    notify(by=by, to=to, kind=kind, about=row.pk, link=reverse("care:referral_list"))


def tell_moved(*, by: Actor, row: Referral) -> None:
    """Tell who referred that there is something new, and the mentor that there is advice."""
    to = [To("staff", row.referred_by_id)] if row.referred_by_id != by.person_id else []
    about = f"{row.pk}:{row.edit}"
    notify(by=by, to=to, kind="referral_moved", about=about, link=reverse("care:referral_show", args=[row.pk]))
    mentor = row.student.mentor_id
    if row.advice and row.tell_mentor and mentor not in {None, by.person_id, row.referred_by_id}:
        link = reverse("guidance:student_timeline", args=[row.student_id])
        notify(by=by, to=[To("staff", mentor)], kind="counsellor_advice", about=about, link=link)


def tell_away(*, by: Actor, row: CounsellingSession, off: bool = False) -> None:
    """Tell the mentor that the student is away from class then, or is not after all; nothing else."""
    mentor = row.referral.student.mentor_id
    if mentor is None or not row.referral.tell_mentor:
        return
    params = {"student": str(row.referral.student_id), "at": row.starts.isoformat(), "off": off}
    notify(by=by, to=[To("staff", mentor)], kind="student_away", about=f"{row.pk}:{row.state}", params=params)


def tell_handed(*, by: Actor, to: uuid.UUID, about: object) -> None:
    """Tell a counsellor that students have been handed over."""
    notify(by=by, to=[To("staff", to)], kind="students_handed", about=about, link=reverse("care:referral_list"))


def tell_glass(*, by: Actor, row: GlassBreak) -> None:
    """Tell the second person at once."""
    notify(by=by, to=[To("staff", row.second_id)], kind="glass_broken", about=row.pk, link=reverse("care:glass_list"))


def tell_harm(*, by: Actor, row: HarmReport, to: Iterable[uuid.UUID]) -> None:
    """Tell the named few at once: that there is something, not what."""
    wanted = [To("staff", pk) for pk in dict.fromkeys(to) if pk != by.person_id]
    notify(by=by, to=wanted, kind="harm_told", about=row.pk, link=reverse("care:harm_show", args=[row.pk]))


def withdraw_harm(*, by: Actor, row: HarmReport, receivers: Iterable[uuid.UUID]) -> None:
    """Take the notice back from those whom the report concerns."""
    withdraw(by=by, kind="harm_told", about=row.pk, receivers=receivers)

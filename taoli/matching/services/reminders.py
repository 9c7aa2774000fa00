"""Reminding those who have not yet acted in a step, before it closes."""

import datetime as dt
import uuid
from collections.abc import Mapping

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import ChoiceRound, MentorOffer
from taoli.matching.queries.closing import WAITING, Waiting, waiting
from taoli.matching.queries.steps import StepRow, steps
from taoli.notifications.queries.hours import OPENS, Hours, hours_of
from taoli.notifications.services import To, notify

DAY = dt.timedelta(days=1)
# Where a reminder leads; most addresses name the round, some nothing, some the receiver's own part of the round.
PAGES: Mapping[tuple[str, str], str] = {
    ("publish_mentors", "staff"): "matching:offer_mine",
    ("student_choice", "student"): "matching:wish_edit",
    ("mentor_choice", "staff"): "matching:mark_edit",
    ("agreement", "student"): "matching:agreement_sign",
    ("agreement", "staff"): "matching:agreement_sign",
    ("agreement", "guardian"): "matching:agreement_sign",
    ("first_meeting", "staff"): "matching:meeting_held",
}
WITHOUT_ROUND = frozenset({"matching:wish_edit"})
OF_OFFER = frozenset({"matching:offer_mine", "matching:mark_edit"})


def remind(*, by: Actor, round_id: uuid.UUID, kind: str) -> int:
    """Remind now everybody the step waits for, once a day at most; returns how many are told.

    TaoliError: the step is not open, or nobody is reminded in it.
    """
    choice = ChoiceRound.objects.of(by.school_id).select_related("scheme").get(pk=round_id)
    step = next((row for row in steps(choice) if row.kind == kind and row.state == "now"), None)
    if step is None or kind not in WAITING:
        raise TaoliError(_("Nobody is reminded in this step now."))
    return _tell(by, choice, step, clock.today().isoformat())


def remind_before_closing(*, by: Actor) -> int:
    """Remind in every open step of the school that closes after the next school day has begun; once for each closing.

    Asked on a school day, it reminds on the last one that leaves people a day.
    """
    now, hours, told = clock.now(), hours_of(by.school_id), 0
    if not hours.open(now):
        return 0
    for choice in ChoiceRound.objects.of(by.school_id).select_related("scheme").order_by("id"):
        for step in steps(choice):
            if step.state == "now" and step.kind in WAITING and _closes_soon(step, now, hours):
                assert step.closes is not None
                told += _tell(by, choice, step, f"closing {step.closes:%Y%m%d%H%M}")
    return told


def _closes_soon(step: StepRow, now: dt.datetime, hours: Hours) -> bool:
    """Would tomorrow, or the next school day, leave less than a day?"""
    if step.closes is None or step.over:
        return False
    tomorrow = timezone.make_aware(dt.datetime.combine(timezone.localtime(now).date() + DAY, OPENS))
    later = hours.next(tomorrow)
    return later is None or step.closes - later < DAY


def _tell(by: Actor, choice: ChoiceRound, step: StepRow, occasion: str) -> int:
    people = waiting(choice, step.kind)
    params = {
        "step": step.kind,
        "round": choice.name,
        "closes": step.closes.isoformat() if step.closes and not step.over else "",
    }
    with change(by=by, action="round.remind", object_id=choice.pk, step=step.kind) as note:
        own = dict(MentorOffer.objects.of(by.school_id).filter(round=choice).values_list("staff_id", "pk"))
        to = [To(one.kind, one.id, link=_link(choice, step.kind, one, own)) for one in people]
        count = notify(by=by, to=to, kind="step_due", about=f"{choice.pk}:{step.kind}:{occasion}", params=params)
        note.data |= {"count": count}
    return count


def _link(choice: ChoiceRound, kind: str, one: Waiting, own: Mapping[uuid.UUID, uuid.UUID]) -> str:
    page = PAGES.get((kind, one.kind))
    if page is None or page in WITHOUT_ROUND:
        return reverse(page) if page else ""
    return reverse(page, args=[own[one.id] if page in OF_OFFER else choice.pk])

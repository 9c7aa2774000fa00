"""Links and codes for families: made to be printed or sent once, and taken at the door."""

import datetime as dt
import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.common.views_log import log_view
from taoli.guidance.models import Appointment, AppointmentSlot, FamilyLink
from taoli.guidance.permissions import APPOINTMENT
from taoli.guidance.queries.links import (
    family_actor,
    lapsed,
    link_digest,
    near_links,
    new_code,
    new_link,
    rests,
    right_link,
    selector_of,
    well_typed,
)
from taoli.guidance.services.appointments import write_step
from taoli.matching.queries.codes import WAIT

Kind = FamilyLink.Kind
Door = FamilyLink
AFTER = dt.timedelta(days=14)  # how long after the last time named the page still opens


@dataclass(frozen=True, slots=True)
class Slip:
    """An appointment, its link and its code; neither is kept anywhere else."""

    appointment: Appointment
    link: str
    code: str


class LapsedError(TaoliError):
    """The link was right once; the page names the school and its telephone."""

    def __init__(self, message: object, school_id: int) -> None:
        """Keep the school."""
        super().__init__(message)
        self.school_id = school_id


def make_slips(*, by: Actor, pks: Collection[uuid.UUID]) -> list[Slip]:
    """Make a new link and a new code for each of the appointments; the earlier ones end. TaoliError: none is open."""
    with change(by=by, action="appointment.link", count=len(pks)) as note:
        reached = APPOINTMENT.within(Appointment.objects.filter(pk__in=list(pks)), by, "edit")
        over = {Appointment.State.CANCELLED, Appointment.State.HELD}
        rows = list(reached.exclude(state__in=over).select_related("student__school_class", "mentor", "school"))
        if not rows:
            raise TaoliError(_("There is no open appointment to make a slip for."))
        rows.sort(key=lambda one: (one.student.school_class.name, one.student.sort_key, str(one.pk)))
        now = clock.now()
        old = FamilyLink.objects.of(by.school_id).filter(appointment__in=rows, revoked_at=None)
        old.update(revoked_at=now)
        taken = set(FamilyLink.objects.of(by.school_id).values_list("selector", flat=True))
        slips = [Slip(row, _fresh(new_link, Kind.LINK, taken), _fresh(new_code, Kind.CODE, taken)) for row in rows]
        FamilyLink.objects.bulk_create(
            _row(slip.appointment, kind, text, now)
            for slip in slips
            for kind, text in ((Kind.LINK, slip.link), (Kind.CODE, slip.code))
        )
        for row in rows:
            write_step(row, by, "link")
        note.data |= {"appointments": [str(row.pk) for row in rows]}
    return slips


def enter(*, text: str, kind: str, page: str) -> FamilyLink:
    """Return the row of a link or code, with its appointment; the opening is logged.

    Wrong guesses are counted against the codes they resemble, never against an address: a school and a village are
    one address each. TaoliError: mistyped, unknown or resting; LapsedError: expired or replaced.
    """
    if kind == Kind.CODE and not well_typed(text):
        raise TaoliError(_("A letter of the code is not right. Please compare it with your slip once more."))
    rows = near_links(text, kind)
    rest = kind == Kind.CODE and any(rests(row) for row in rows)
    row = right_link(text, rows)
    if rest or row is None:
        if not rest:
            _count(rows)
        # One sentence for both: a guesser does not learn which beginnings there are.
        raise TaoliError(
            _(
                "This link or code is not known. Please look at your slip, or ask the mentor. A code that was typed "
                "wrongly too often works again after five minutes; the link on the slip works at once."
            )
        )
    if lapsed(row, clock.now()):
        raise LapsedError(_("This link is no longer in use: its time is over, or there is a newer one."), row.school_id)
    rows_of = FamilyLink.objects.of(row.school_id).filter(pk=row.pk)
    rows_of.update(failures=0, opened_at=clock.now())
    log_view(family_actor(row), "guidance.appointment", [row.appointment_id], page=page)
    return row


def _fresh(make: Callable[[], str], kind: str, taken: set[str]) -> str:
    while True:
        text = make()
        selector = selector_of(text, kind)
        if selector not in taken:
            taken.add(selector)
            return text


def _row(appointment: Appointment, kind: str, text: str, now: dt.datetime) -> FamilyLink:
    return FamilyLink(
        school_id=appointment.school_id,
        appointment=appointment,
        kind=kind,
        selector=selector_of(text, kind),
        digest=link_digest(text),
        made_at=now,
        expires_at=_until(appointment, now),
    )


def _until(appointment: Appointment, now: dt.datetime) -> dt.datetime:
    slots = AppointmentSlot.objects.of(appointment.school_id).filter(appointment=appointment, closed_at=None)
    times = [now, *([appointment.starts] if appointment.starts else []), *slots.values_list("starts", flat=True)]
    return max(times) + AFTER


def _count(rows: list[FamilyLink]) -> None:
    now = clock.now()
    for row in rows:
        stale = row.failed_at is None or now - row.failed_at >= WAIT
        FamilyLink.objects.of(row.school_id).filter(pk=row.pk).update(
            failures=1 if stale else F("failures") + 1, failed_at=now
        )

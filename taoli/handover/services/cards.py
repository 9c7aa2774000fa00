"""The card on paper: printed for the next school, its stub typed back, and the card of the school before typed here."""

import datetime as dt
import secrets
import uuid
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.handover.models import BridgeCard, ReceivedEntry, ReceivedStudent
from taoli.handover.queries.cards import card_student

LETTERS, LENGTH = "23456789ABCDEFGHJKMNPQRSTUVWXYZ", 8


def issue_card(*, by: Actor, student_id: uuid.UUID, to_school: str, wish: str = "") -> BridgeCard:
    """Note that a card is printed, with a code of its own on the stub; the student's newest open card is used again."""
    student = card_student(by, student_id)
    if not to_school.strip():
        raise TaoliError(_("Please say to which school the student goes."))
    with change(by=by, action="card.issue", object_id=student.pk) as note:
        open_one = BridgeCard.objects.of(by.school_id).filter(student=student, received_on=None).last()
        row = open_one or BridgeCard(
            school_id=by.school_id,
            student=student,
            code="".join(secrets.choice(LETTERS) for _each in range(LENGTH)),
            printed_at=clock.now(),
            printed_by=by.person_id,
        )
        row.to_school, row.wish = to_school.strip()[:80], wish.strip()[:300]
        row.save()
        note.data["card"] = str(row.pk)
    return row


def type_receipt(*, by: Actor, code: str, received_on: dt.date, received_by: str) -> BridgeCard:
    """Type the stub that came back. TaoliError: an unknown code, typed before, a day to come, no name."""
    plain = "".join(code.split()).replace("-", "").upper()
    if received_on > clock.today():
        raise TaoliError(_("The day lies in the future."))
    if not received_by.strip():
        raise TaoliError(_("Please type who signed the stub."))
    with change(by=by, action="card.receipt") as note:
        row = BridgeCard.objects.of(by.school_id).select_for_update().filter(code=plain).first()
        if row is None:
            raise TaoliError(
                _("There is no card with the code %(code)s. Please look at the stub again.") % {"code": plain}
            )
        card_student(by, row.student_id)
        if row.received_on is not None:
            raise TaoliError(_("The stub of this card has been typed already."))
        row.received_on, row.received_by, row.typed_at = received_on, received_by.strip()[:60], clock.now()
        row.save(update_fields=["received_on", "received_by", "typed_at"])
        note.object_id = row.pk
    return row


@dataclass(frozen=True, slots=True)
class TypedCard:
    """What stands on the card of the school before."""

    from_school: str
    strengths: str
    contacts: str = ""
    wish: str = ""
    mentor: str = ""
    written_on: dt.date | None = None


def type_card(*, by: Actor, student_id: uuid.UUID, card: TypedCard) -> ReceivedStudent:
    """Keep a card that came on paper with a student who is here, marked with its origin."""
    student = card_student(by, student_id)
    today = clock.today()
    if not card.from_school.strip():
        raise TaoliError(_("Please type which school the card is from."))
    if not card.strengths.strip():
        raise TaoliError(_("Please type what the student is good at; it stands first on the card."))
    if card.written_on and card.written_on > today:
        raise TaoliError(_("The day lies in the future."))
    with change(by=by, action="card.type", object_id=student.pk):
        row = ReceivedStudent.objects.create(
            school_id=by.school_id,
            student=student,
            from_school=card.from_school.strip()[:80],
            received_on=today,
            linked=True,
            strengths=[one.strip()[:200] for one in card.strengths.replace("、", "\n").splitlines() if one.strip()],
            farewell=card.wish.strip()[:500],
            farewell_by=card.mentor.strip()[:80],
            entered_by=by.person_id,
        )
        if card.contacts.strip():
            ReceivedEntry.objects.create(
                school_id=by.school_id,
                received=row,
                section="contacts",
                title=str(_("From the card on paper")),
                place=0,
                on=card.written_on or today,
                text=card.contacts.strip()[:5000],
                by=card.mentor.strip()[:80],
            )
    return row

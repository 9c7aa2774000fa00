"""The roster's switches."""

from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import RosterSettings, Student


def keep_identity_numbers(*, by: Actor, keep: bool) -> int:
    """Switch identity-card numbers on, or off: then those kept so far are erased. Returns how many were erased."""
    erased = 0
    with change(by=by, action="roster.keep_identity_numbers", keep=keep) as note:
        rows = RosterSettings.objects.of(by.school_id)
        if not rows.update(keep_identity_numbers=keep):
            RosterSettings.objects.create(school_id=by.school_id, keep_identity_numbers=keep)
        if not keep:
            held = Student.objects.of(by.school_id).exclude(identity_number="")
            erased = held.update(identity_number="")
        note.data["erased"] = erased
    return erased


def set_phone(*, by: Actor, phone: str) -> None:
    """Write the telephone that letters to families name."""
    with change(by=by, action="roster.set_phone"):
        if not RosterSettings.objects.of(by.school_id).update(phone=phone.strip()):
            RosterSettings.objects.create(school_id=by.school_id, phone=phone.strip())

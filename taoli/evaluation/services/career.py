"""Typed lines of a career file."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import CareerEntry


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What a mentor writes."""

    happened_on: dt.date
    kind: str
    text: str
    proof: str


def add_career_entry(*, by: Actor, facts: EntryFacts) -> CareerEntry:
    """Add a line to the own file; it says so until the office has confirmed it. TaoliError: a day to come."""
    if facts.happened_on > clock.today():
        raise TaoliError(_("This day has not come yet."))
    assert by.person_id is not None
    with change(by=by, action="career.add", kind=facts.kind) as note:
        row = CareerEntry.objects.create(
            school_id=by.school_id,
            mentor_id=by.person_id,
            happened_on=facts.happened_on,
            kind=facts.kind,
            text=facts.text,
            proof=facts.proof,
            written_at=clock.now(),
        )
        note.object_id = row.pk
    return row


def drop_career_entry(*, by: Actor, pk: uuid.UUID) -> None:
    """Take an own line out again, while nobody has confirmed it."""
    with change(by=by, action="career.drop", object_id=pk):
        rows = CareerEntry.objects.of(by.school_id).filter(pk=pk, mentor_id=by.person_id, confirmed_at=None)
        if not rows.delete()[0]:
            raise TaoliError(_("It has been confirmed. The office can be asked to put it right."))


def confirm_career_entry(*, by: Actor, pk: uuid.UUID) -> CareerEntry:
    """Confirm that the proof was seen. Nobody confirms an own line."""
    with change(by=by, action="career.confirm", object_id=pk):
        row = CareerEntry.objects.of(by.school_id).select_for_update().get(pk=pk)
        if row.mentor_id == by.person_id:
            raise TaoliError(_("This is your own line. Somebody else confirms it."))
        if row.confirmed_at:
            raise ConflictError(_("It has been confirmed already."))
        row.confirmed_by, row.confirmed_at = by.person_id, clock.now()
        row.save(update_fields=["confirmed_by", "confirmed_at"])
    return row

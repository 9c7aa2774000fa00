"""Minutes: what is written down while people talk, without loss when two write."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.care.models import Conference, ConferenceItem
from taoli.care.queries.conferences import OPEN, get_managed
from taoli.care.services.actions import NewAction, add_action
from taoli.care.services.conferences import hold_conference
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change

LONGEST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a paper says: per line the decision, the minutes as a whole, the actions."""

    held_on: dt.date
    summary: str
    decisions: Sequence[tuple[uuid.UUID, str]] = ()
    actions: Sequence[NewAction] = ()


def write_decision(*, by: Actor, pk: uuid.UUID, item_id: uuid.UUID, edit: int, text: str) -> int:
    """Keep what was decided on a line and return its new count of changes; the same text again changes nothing.

    ConflictError when somebody else has written there meanwhile: nothing is overwritten.
    """
    with change(by=by, action="conference.write", object_id=pk, line=item_id):
        _running(by, pk)
        rows = ConferenceItem.objects.of(by.school_id).filter(conference_id=pk, pk=item_id)
        row = rows.select_for_update(of=("self",)).first()
        if row is None:
            raise ConflictError(_("This line is not on the agenda any more. Please look again."))
        said = _said(text)
        if said == row.decision:
            rows.update(discussed=True)
            return row.edit
        if row.edit != edit and row.written_by != by.account_id:
            raise ConflictError(
                _("Somebody else has written on this line meanwhile. What you wrote still stands here.")
            )
        row.decision, row.discussed, row.edit, row.written_by = said, True, row.edit + 1, by.account_id
        row.save(update_fields=["decision", "discussed", "edit", "written_by"])
    return row.edit


def write_summary(*, by: Actor, pk: uuid.UUID, edit: int, text: str) -> int:
    """Keep the minutes as a whole, like `write_decision`."""
    with change(by=by, action="conference.write", object_id=pk):
        row = _running(by, pk)
        said = _said(text)
        if said == row.summary:
            return row.edit
        if row.edit != edit and row.written_by != by.account_id:
            raise ConflictError(_("Somebody else has written here meanwhile. What you wrote still stands here."))
        row.summary, row.edit, row.written_by = said, row.edit + 1, by.account_id
        row.save(update_fields=["summary", "edit", "written_by"])
    return row.edit


def type_minutes(*, by: Actor, pk: uuid.UUID, edit: int, typed: Typed) -> Conference:
    """Type in what was held with paper; all of it or nothing."""
    with change(by=by, action="conference.type", object_id=pk):
        write_summary(by=by, pk=pk, edit=edit, text=typed.summary)
        rows = {row.pk: row for row in ConferenceItem.objects.of(by.school_id).filter(conference_id=pk)}
        for item_id, text in typed.decisions:
            if text.strip() and item_id in rows:
                write_decision(by=by, pk=pk, item_id=item_id, edit=rows[item_id].edit, text=text)
        for one in typed.actions:
            add_action(by=by, pk=pk, new=one)
        return hold_conference(by=by, pk=pk, on_paper=True, held_on=typed.held_on)


def _running(by: Actor, pk: uuid.UUID) -> Conference:
    get_managed(by, pk)
    row = Conference.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=pk)
    if row.state not in OPEN:
        raise ConflictError(_("This conference is over. Its minutes stay as they are."))
    return row


def _said(text: str) -> str:
    said = text.strip().replace("\r\n", "\n")
    if len(said) > LONGEST:
        raise TaoliError(_("At most 2000 characters. The minutes are one page."))
    return said

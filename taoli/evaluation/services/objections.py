"""Objections of mentors to their own sheets, and the answers; an accepted one changes points with a reason."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scoring.values import rounded
from taoli.evaluation.models import OBJECTION_MOVES, AppraisalRun, AppraisalSheet, Objection
from taoli.evaluation.queries.evidence import own_uncounted
from taoli.evaluation.services.drafting import locked
from taoli.evaluation.services.ticking import check_points, rescore
from taoli.notifications.services import To, notify

LONGEST = 500
SHOWN = AppraisalRun.State.SHOWN
State = Objection.State


@dataclass(frozen=True, slots=True)
class Answer:
    """What an assessor says to an objection. Accepted: `item` of the sheet gets `points`; the text is the reason."""

    accepted: bool
    text: str
    item: str = ""
    points: float | None = None


def raise_objection(
    *, by: Actor, sheet: AppraisalSheet, item: str, text: str, records: Iterable[str] = ()
) -> Objection:
    """Object to an item of the own sheet, or to the whole (`item` empty), naming records that were not counted.

    TaoliError: not the own sheet, not in the days for objections, an item that the sheet does not have, no words or too
    many, one that waits for an answer already.
    """
    words = _words(text, _("Please say in a few words what should be looked at again."))
    if sheet.mentor_id != by.person_id:
        raise TaoliError(_("You can object to your own sheet only."))
    with change(by=by, action="objection.raise", item=item) as note:
        run = locked(by, sheet.run_id, SHOWN)
        _in_time(run)
        if item and item not in {one["key"] for one in sheet.items}:
            raise TaoliError(_("The sheet has no such item."))
        rows = Objection.objects.of(by.school_id).filter(sheet=sheet, item=item)
        if rows.filter(state=State.OPEN).exists():
            raise TaoliError(_("Your objection to this item waits for its answer already."))
        known = own_uncounted(sheet, item)
        made = Objection.objects.create(
            school_id=by.school_id,
            sheet=sheet,
            item=item,
            text=words,
            records=[one for one in dict.fromkeys(records) if one in known],
            raised_at=clock.now(),
        )
        note.object_id = made.pk
    return made


def withdraw_objection(*, by: Actor, objection: Objection) -> None:
    """Take an own objection back while it waits; TaoliError once it is answered."""
    with change(by=by, action="objection.withdraw", object_id=objection.pk):
        row = _locked(by, objection.pk, State.WITHDRAWN)
        row.state, row.edit = State.WITHDRAWN, row.edit + 1
        row.save(update_fields=["state", "edit"])


def answer_objection(*, by: Actor, objection: Objection, answer: Answer, edit: int) -> Objection:
    """Accept an objection with new points, or decline it; the mentor is told that there is an answer.

    TaoliError: the own sheet, answered already, no reason, no item or points out of its range. ConflictError: somebody
    was quicker.
    """
    words = _words(answer.text, _("Please give the reason in a few words."))
    if objection.sheet.mentor_id == by.person_id:
        raise TaoliError(_("Nobody answers the own objection. Please ask another assessor."))
    with change(by=by, action="objection.answer", object_id=objection.pk, accepted=answer.accepted) as note:
        row = _locked(by, objection.pk, State.ACCEPTED if answer.accepted else State.DECLINED)
        if row.edit != edit:
            raise ConflictError(_("Somebody worked on this objection meanwhile. Your words are still here."))
        run = locked(by, row.sheet.run_id, SHOWN)
        row.state = State.ACCEPTED if answer.accepted else State.DECLINED
        if answer.accepted:
            note.data["item"] = _change(row, row.item or answer.item, answer.points)
        row.answer, row.answered_by_id, row.answered_at = words, by.person_id, clock.now()
        row.edit += 1
        row.save()
        run.edit += 1
        run.save(update_fields=["edit"])
        to = [To("staff", row.sheet.mentor_id)]
        notify(by=by, to=to, kind="objection_answered", about=row.pk, link=reverse("evaluation:my_sheet"))
    return row


def _change(row: Objection, item: str, points: float | None) -> str:
    sheet = AppraisalSheet.objects.of(row.school_id).select_for_update().get(pk=row.sheet_id)
    known = next((one for one in sheet.items if one["key"] == item), None)
    if known is None:
        raise TaoliError(_("Please choose the item whose points change."))
    if points is None:
        raise TaoliError(_("Please type the new points."))
    check_points(points, known["max"])
    row.changed, row.before, row.after = item, known["points"], rounded(points)
    rescore(sheet, item, row.after)
    sheet.save(update_fields=["items", "total", "rescaled"])
    return item


def _locked(by: Actor, pk: uuid.UUID, to: str) -> Objection:
    row = Objection.objects.of(by.school_id).select_for_update().select_related("sheet").get(pk=pk)
    if to not in OBJECTION_MOVES[State(row.state)]:
        raise TaoliError(_("This objection has been answered or taken back already."))
    return row


def _in_time(run: AppraisalRun) -> None:
    today = clock.today()
    if run.objects_from is None or run.objects_until is None or not run.objects_from <= today <= run.objects_until:
        day = date_format(run.objects_until, "DATE_FORMAT") if run.objects_until else ""
        raise TaoliError(
            _("Objections could be raised until %(day)s. Please speak with the moral-education office.") % {"day": day}
        )


def _words(text: str, missing: str) -> str:
    words = text.strip()
    if not words:
        raise TaoliError(missing)
    if len(words) > LONGEST:
        raise TaoliError(_("Please write at most %(most)s characters.") % {"most": LONGEST})
    return words

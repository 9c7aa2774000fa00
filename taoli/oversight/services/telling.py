"""The result of a draw: the school sees it first, then the counts go to the bureau, and who answered is forgotten."""

import uuid

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.oversight.models import CallList, CallPlace
from taoli.oversight.queries.calls import counts_of, over, told_by_itself_on
from taoli.oversight.services.calls import locked_call
from taoli.oversight.services.draws import HandedResult, take_result

State, Consent = CallList.State, CallPlace.Consent


def open_result(*, by: Actor, draw_id: uuid.UUID) -> CallList:
    """Note that the school has looked at its result. TaoliError: the calls still go on."""
    with change(by=by, action="call.open_result", object_id=draw_id):
        row = locked_call(by, draw_id)
        if row.state not in {State.CALLING, State.TOLD} or not over(row):
            raise TaoliError(_("The result can be seen when the calls are over."))
        row.opened_at = row.opened_at or clock.now()
        row.save(update_fields=["opened_at"])
    return row


def tell(*, by: Actor, draw_id: uuid.UUID, remark: str = "") -> CallList:
    """Hand the counts in, with a sentence of the school; told again, nothing changes.

    TaoliError: the school has neither seen them nor let five school days pass; or the bureau does not take them.
    """
    row = CallList.objects.of(by.school_id).get(draw_id=draw_id)
    if row.state == State.TOLD:
        return row
    if row.state != State.CALLING or not over(row):
        raise TaoliError(_("The counts can be told when the calls are over."))
    if row.opened_at is None and clock.today() <= told_by_itself_on(row):
        raise TaoliError(_("Please look at the result first."))
    take_result(bureau_id=row.bureau_id, handed=_result(row, remark.strip()))
    with change(by=by, action="call.tell", object_id=draw_id):
        row = locked_call(by, draw_id)
        row.state, row.remark, row.told_at = State.TOLD, remark.strip(), clock.now()
        row.save(update_fields=["state", "remark", "told_at"])
        CallPlace.objects.of(by.school_id).filter(list=row).update(code_hash="", spent=False)
    return row


def tell_due(*, by: Actor) -> int:
    """Hand in what the school has not told within five school days; return how many."""
    rows = CallList.objects.of(by.school_id).filter(state=State.CALLING, ends_on__lt=clock.today())
    due = [row.draw_id for row in rows if told_by_itself_on(row) < clock.today()]
    told = 0
    for draw_id in due:
        try:
            tell(by=by, draw_id=draw_id)
        except TaoliError:  # the draw has closed or the school has left: then there is nobody to tell
            continue
        told += 1
    return told


def _result(row: CallList, remark: str) -> HandedResult:
    places = CallPlace.objects.of(row.school_id).filter(list=row).values_list("consent", "spent")
    missed = sum(said in {Consent.OPEN, Consent.MISSED} and not spent for said, spent in places)
    agreed = sum(said == Consent.YES or spent for said, spent in places)
    code = School.objects.get(pk=row.school_id).code
    return HandedResult(row.draw_id, code, len(places), agreed, missed, counts_of(row), remark)

"""A second pair of eyes before publishing: sent, remarked, approved or sent back, each with its line and audit row."""

import uuid

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.schemes.models import SchemeReview, SchemeVersion
from taoli.schemes.queries import loosened_problems, rules, to_type
from taoli.schemes.services.versions import RefusedError, locked

State, Kind = SchemeVersion.State, SchemeReview.Kind


def send_for_review(*, by: Actor, pk: uuid.UUID, text: str = "") -> SchemeVersion:
    """Ask for a review; the draft stays as it is until the answer. TaoliError: something is still to be typed."""
    with change(by=by, action="scheme.send_for_review", object_id=pk):
        row = locked(by, pk)
        if missing := len(to_type(row)):
            raise TaoliError(_("%(count)s values are still to be typed before publishing.") % {"count": missing})
        if problems := loosened_problems(row):
            raise RefusedError(rules(row), problems)
        return _moved(by, row, Kind.SENT, text, State.REVIEW)


def remark(*, by: Actor, pk: uuid.UUID, text: str) -> SchemeVersion:
    """Say something about a draft under review, and nothing else. TaoliError: nothing said, or not under review."""
    if not text:
        raise TaoliError(_("Write the remark first."))
    with change(by=by, action="scheme.remark", object_id=pk):
        return _moved(by, _under_review(by, pk), Kind.REMARK, text, State.REVIEW)


def approve(*, by: Actor, pk: uuid.UUID, text: str = "") -> SchemeVersion:
    """Approve what is under review; it can be published now, and is still not changed. The audit row says by whom."""
    with change(by=by, action="scheme.approve", object_id=pk) as note:
        row = _under_review(by, pk)
        note.data = {"checksum": row.checksum}
        return _moved(by, row, Kind.APPROVED, text, State.REVIEW)


def send_back(*, by: Actor, pk: uuid.UUID, text: str) -> SchemeVersion:
    """Give it back for changes, with what is to be changed. TaoliError: nothing said, or not under review."""
    if not text:
        raise TaoliError(_("Write what is to be changed, then send it back."))
    with change(by=by, action="scheme.send_back", object_id=pk):
        return _moved(by, _under_review(by, pk), Kind.SENT_BACK, text, State.DRAFT)


def take_back(*, by: Actor, pk: uuid.UUID) -> SchemeVersion:
    """Take a draft back from review to change it."""
    with change(by=by, action="scheme.take_back", object_id=pk):
        return _moved(by, _under_review(by, pk), Kind.TAKEN_BACK, "", State.DRAFT)


def _under_review(by: Actor, pk: uuid.UUID) -> SchemeVersion:
    row = SchemeVersion.objects.of(by.school_id).select_for_update().get(pk=pk)
    if row.state != State.REVIEW:
        raise TaoliError(_("This version is not under review any more. Please look at it again."))
    return row


def _moved(
    by: Actor, row: SchemeVersion, kind: SchemeReview.Kind, text: str, state: SchemeVersion.State
) -> SchemeVersion:
    SchemeReview.objects.create(
        school_id=by.school_id,
        version=row,
        kind=kind,
        text=text,
        checksum=row.checksum,
        at=clock.now(),
        by_id=by.account_id,
        by_name=by.name,
    )
    row.state = state
    row.save(update_fields=["state"])
    return row

"""Changing and publishing the school's scheme."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme import Problem, Scheme, SchemeError, apply_changes, checksum, dump
from taoli.schemes.models import UNPUBLISHED, SchemeVersion
from taoli.schemes.phrases import problem_sentence
from taoli.schemes.queries import base_of, loosened_problems, reviewed, rules, to_type
from taoli.schemes.services.merging import merged, ordered, printed_again

State = SchemeVersion.State


class RefusedError(TaoliError):
    """The scheme would not hold together; `problems` say where and why, `scheme` is the one they are about."""

    def __init__(self, scheme: Scheme, problems: tuple[Problem, ...]) -> None:
        """Keep the problems for the fields they belong to."""
        super().__init__(" ".join(problem_sentence(scheme, problem) for problem in problems))
        self.scheme, self.problems = scheme, problems


def set_values(*, by: Actor, pk: uuid.UUID, changes: Mapping[str, Any], edit: int) -> SchemeVersion:
    """Change values of the draft at their paths; a value as the base has it is no change any more.

    RefusedError: a scheme that no longer holds together. TaoliError: frozen or under review. ConflictError: changed by
    somebody else meanwhile.
    """
    with change(by=by, action="scheme.set_values", object_id=pk) as note:
        row = _at_edit(by, pk, edit)
        write(row, tried(row, changes))
        note.data = {"paths": sorted(changes)}
    return row


def as_printed(*, by: Actor, pk: uuid.UUID, path: str, edit: int) -> SchemeVersion:
    """Take the school's changes at a path (and below it) back; errors as of `set_values`."""
    with change(by=by, action="scheme.as_printed", object_id=pk, path=path):
        row = _at_edit(by, pk, edit)
        write(row, printed_again(base_of(row), row.changes, path))
    return row


def tried(row: SchemeVersion, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the school's changes with these in, nothing saved. RefusedError: they do not hold together."""
    now = rules(row)
    try:
        return merged(base_of(row), now, row.changes, changes)
    except SchemeError as fault:
        raise RefusedError(now, fault.problems) from fault


def would_be(row: SchemeVersion, changes: Mapping[str, Any]) -> Scheme:
    """Return the scheme with these changes in, nothing saved. RefusedError: they do not hold together."""
    return apply_changes(base_of(row), ordered(tried(row, changes)))


def publish(*, by: Actor, pk: uuid.UUID, in_force_from: dt.date) -> SchemeVersion:
    """Freeze the draft and put it in force from a day; the version before it is replaced.

    TaoliError: something is still to be typed, loosens what the bureau binds, waits for a reviewer, already published,
    or a day before the version in force.
    """
    with change(by=by, action="scheme.publish", object_id=pk) as note:
        row = SchemeVersion.objects.of(by.school_id).select_for_update().get(pk=pk)
        review = reviewed(row)
        if row.state not in UNPUBLISHED:
            raise TaoliError(_("This version has been published and is frozen. A change makes a new version."))
        if row.state == State.REVIEW and not review.approved:
            raise TaoliError(_("This draft is under review. Wait for the answer, or take it back."))
        _look_over(row)
        _replace_last(by, in_force_from)
        row.state = State.PUBLISHED
        row.in_force_from, row.published_at, row.published_by = in_force_from, clock.now(), by.account_id
        row.save(update_fields=["state", "in_force_from", "published_at", "published_by"])
        note.data = {
            "version": row.version,
            "checksum": row.checksum,
            "in_force_from": in_force_from,
            "approved_by_another": review.by_another,
        }
    return row


def locked(by: Actor, pk: uuid.UUID) -> SchemeVersion:
    """Return the draft, locked for change; TaoliError when it is frozen or under review."""
    row = SchemeVersion.objects.of(by.school_id).select_for_update().get(pk=pk)
    if row.state == State.REVIEW:
        raise TaoliError(_("This draft is under review and stays as it is. Take it back to change it."))
    if row.state != State.DRAFT:
        raise TaoliError(_("This version has been published and is frozen. A change makes a new version."))
    return row


def _at_edit(by: Actor, pk: uuid.UUID, edit: int) -> SchemeVersion:
    row = locked(by, pk)
    if row.edit != edit:
        raise ConflictError(
            _("Somebody else changed this draft meanwhile. What you typed is still here; save again to replace it.")
        )
    return row


def write(row: SchemeVersion, changes: Mapping[str, Any]) -> None:
    """Put the changes on the base and save; RefusedError when they do not hold together."""
    base = base_of(row)
    try:
        made = apply_changes(base, ordered(changes))
    except SchemeError as fault:
        raise RefusedError(base, fault.problems) from fault
    row.title = made.title
    row.changes, row.rules, row.checksum = dict(changes), dump(made), checksum(made)
    row.edit += 1
    row.save()


def _look_over(row: SchemeVersion) -> None:
    missing = len(to_type(row))
    if missing:
        raise TaoliError(_("%(count)s values are still to be typed before publishing.") % {"count": missing})
    problems = loosened_problems(row)
    if problems:
        raise RefusedError(rules(row), problems)


def _replace_last(by: Actor, in_force_from: dt.date) -> None:
    earlier = SchemeVersion.objects.of(by.school_id).filter(state=State.PUBLISHED)
    last = earlier.first()
    if last and last.in_force_from and in_force_from < last.in_force_from:
        day = last.in_force_from.isoformat()
        raise TaoliError(
            _("The version before is in force from %(day)s; choose that day or a later one.") % {"day": day}
        )
    earlier.update(state=State.REPLACED)

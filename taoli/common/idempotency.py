"""A write that a browser sends twice happens once."""

import uuid
from collections.abc import Callable
from typing import cast

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponseRedirect

from taoli.common.errors import ConflictError
from taoli.common.models import Operation
from taoli.common.pages import Request
from taoli.common.policy import Actor
from taoli.common.unit import unit_of_work


def operation_id(request: HttpRequest) -> uuid.UUID | None:
    """Return the client's operation id: form field `op`, or header X-Operation-Id; None when absent or malformed."""
    text = request.POST.get("op") or request.headers.get("X-Operation-Id", "")
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def once(
    request: HttpRequest, work: Callable[[], str], *, by: Actor | None = None, before: Callable[[], None] | None = None
) -> HttpResponseRedirect:
    """Do the work and redirect to the address it returns; a repeat is redirected without doing it again.

    Work and answer are stored in one transaction, keyed by school, account and operation id, so a double tap, a retry
    after a lost reply and a resend after signing in again all count once. `by`: who acts on a page without sign-in,
    by a code or a link; the person owns the operation then. `before`: what is read and checked without holding up other
    writers, left out for a repeat. TaoliError passes through, nothing stored.
    """
    op = operation_id(request)
    actor = by or cast("Request", request).actor
    owner = actor.account_id or actor.person_id
    check = before or (lambda: None)
    if op is None or owner is None:
        check()
        return HttpResponseRedirect(work())
    rows = Operation.objects.of(actor.school_id).filter(owner_id=owner, op=op)
    if done := rows.first():
        return HttpResponseRedirect(done.location)
    check()
    try:
        with unit_of_work():
            location = work()
            Operation.objects.create(school_id=actor.school_id, owner_id=owner, op=op, location=location)
    except (IntegrityError, ConflictError):  # the same form, sent twice at once: the other one has done it
        if done := rows.first():
            return HttpResponseRedirect(done.location)
        raise
    return HttpResponseRedirect(location)

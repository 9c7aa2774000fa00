"""Tick a next step."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance import services


@page(permission=("guidance.record", "correct"), kind="action", methods=("POST",))
def step_tick(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say that it is done, or with `open` that it is not; back to my records."""
    return once(request, lambda: _tick(request, pk, done="open" not in request.POST))


def _tick(request: Request, pk: uuid.UUID, *, done: bool) -> str:
    services.step_tick(by=request.actor, pk=pk, done=done)
    messages.success(request, _("Done.") if done else _("It is open again."))
    return reverse("guidance:record_list")

"""An evening does not take place."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.lectures import get_lecture
from taoli.neighbourhood.services.lectures import cancel_lecture


@page(permission=("neighbourhood.lecture", "edit"), kind="action", methods=("POST",))
def lecture_cancel(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say why; what it counted for is taken back."""
    get_lecture(request.actor, pk, "edit")
    here = reverse("neighbourhood:lecture_show", args=[pk])

    def work() -> str:
        cancel_lecture(by=request.actor, pk=pk, reason=request.POST.get("reason", ""))
        return here

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(here)

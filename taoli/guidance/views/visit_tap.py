"""“Arrived” and “left”: one tap each."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.services import arrive, leave


@page(permission=("guidance.appointment", "hold"), kind="action", methods=("POST",))
def visit_tap(request: Request, pk: uuid.UUID, what: str) -> HttpResponse:
    """Note the moment; after leaving, the result is asked for."""
    if what not in {"arrived", "left"}:
        raise Http404
    back = reverse("guidance:visit_show", args=[pk])

    def work() -> str:
        if what == "arrived":
            arrive(by=request.actor, pk=pk)
            return back
        leave(by=request.actor, pk=pk)
        return reverse("guidance:visit_result", args=[pk])

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.warning(request, str(refusal))
        return redirect(back)

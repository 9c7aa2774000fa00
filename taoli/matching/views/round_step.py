"""Close a step, or open the last one again."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.queries.rounds import get_round


@page(permission=("matching.round", "edit"), kind="action", methods=("POST",))
def round_step(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take POST kind and done (1 or 0)."""
    get_round(request.actor, pk, "edit")
    kind, done = request.POST.get("kind", ""), request.POST.get("done") == "1"

    def work() -> str:
        services.set_step(by=request.actor, round_id=pk, kind=kind, done=done)
        return reverse("matching:round_show", args=[pk])

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("matching:round_show", pk)

"""The office has settled what a mentor asked."""

import uuid

from django.http import HttpResponse
from django.urls import reverse

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.queries.marks import get_coordination


@page(permission=("matching.offer", "coordinate"), kind="action", methods=("POST",))
def coordination_settle(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Tick it."""
    row = get_coordination(request.actor, pk)

    def work() -> str:
        services.settle_coordination(by=request.actor, pk=pk)
        return reverse("matching:mark_list", args=[row.round_id])

    return once(request, work)

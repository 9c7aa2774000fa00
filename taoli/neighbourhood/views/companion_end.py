"""A student is not with a mentor from outside any more."""

import uuid

from django.http import Http404, HttpResponse
from django.urls import reverse

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.companions import has_pair
from taoli.neighbourhood.services.companions import end_companion


@page(permission=("neighbourhood.companion", "edit"), kind="action", methods=("POST",))
def companion_end(request: Request, pk: uuid.UUID) -> HttpResponse:
    """End the pairing today; 404 for another school's."""
    if not has_pair(request.actor, pk):
        raise Http404

    def work() -> str:
        end_companion(by=request.actor, pk=pk)
        return reverse("neighbourhood:companion_list")

    return once(request, work)

"""Look at the result of a draw, before anybody else."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.oversight.queries.calls import get_announced
from taoli.oversight.services.telling import open_result


@page(permission=("oversight.call", "edit"), kind="action", methods=("POST",))
def call_open(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Note that the school has seen it, and show it."""
    row = get_announced(request.actor, pk)
    try:
        open_result(by=request.actor, draw_id=row.pk)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse("oversight:call_result", args=[row.pk]))

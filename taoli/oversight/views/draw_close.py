"""Close a draw: what may be told of all schools together is reckoned now."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.draws import get_draw
from taoli.oversight.services.draws import close_draw


@page(permission=("oversight.draw", "edit"), kind="action", methods=("POST",))
def draw_close(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Close it, or say who is still waited for."""
    row = get_draw(request.actor, pk)
    home = reverse("oversight:draw_show", args=[row.pk])

    def work() -> str:
        close_draw(by=request.actor, draw_id=row.pk)
        return home

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(home)

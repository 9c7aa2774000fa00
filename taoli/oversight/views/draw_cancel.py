"""Call a draw off, before it is drawn."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.draws import get_draw
from taoli.oversight.services.draws import call_off


@page(permission=("oversight.draw", "edit"), kind="action", methods=("POST",))
def draw_cancel(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Call it off; the schools see it no longer."""
    row = get_draw(request.actor, pk)
    home = reverse("oversight:draw_show", args=[row.pk])

    def work() -> str:
        call_off(by=request.actor, draw_id=row.pk)
        return home

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(home)

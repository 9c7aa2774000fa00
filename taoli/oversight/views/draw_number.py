"""Type the number of the day: with it the places are drawn."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.draws import get_draw
from taoli.oversight.services.draws import type_number


@page(permission=("oversight.draw", "edit"), kind="action", methods=("POST",))
def draw_number(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Draw, once; a second number is refused."""
    row = get_draw(request.actor, pk)
    home = reverse("oversight:draw_show", args=[row.pk])

    def work() -> str:
        type_number(by=request.actor, draw_id=row.pk, number=request.POST.get("number", "")[:60])
        return home

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(home)

"""Draw the school's places from the published seed."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.oversight.queries.calls import get_announced
from taoli.oversight.services.calls import draw_places


@page(permission=("oversight.call", "edit"), kind="action", methods=("POST",))
def call_draw(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Draw; sent twice, the second is told that it is done."""
    row = get_announced(request.actor, pk)
    try:
        draw_places(by=request.actor, announced=row)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse("oversight:call_show", args=[row.pk]))

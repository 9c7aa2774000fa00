"""Freeze the school's list for a draw."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.oversight.queries.calls import get_announced
from taoli.oversight.services.calls import freeze


@page(permission=("oversight.call", "edit"), kind="action", methods=("POST",))
def call_freeze(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Freeze it and hand in its length and hash, each in its own fence; sent twice, the same list stays."""
    row = get_announced(request.actor, pk)
    try:
        freeze(by=request.actor, announced=row)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(reverse("oversight:call_show", args=[row.pk]))

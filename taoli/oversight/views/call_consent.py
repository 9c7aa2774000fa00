"""Note whether somebody who was drawn agrees to be asked."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.calls import get_announced
from taoli.oversight.services.calls import note_consent


@page(permission=("oversight.call", "edit"), kind="action", methods=("POST",))
def call_consent(request: Request, pk: uuid.UUID, place: uuid.UUID) -> HttpResponseRedirect:
    """Note yes, no or not reached."""
    row = get_announced(request.actor, pk)
    home = reverse("oversight:call_show", args=[row.pk])

    def work() -> str:
        said = request.POST.get("consent", "")
        note_consent(by=request.actor, announced=row, place_id=place, consent=said)
        return f"{home}#drawn"

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(home)

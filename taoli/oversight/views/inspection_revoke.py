"""End a guest's reading at once."""

import uuid

from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.inspections import get_pack
from taoli.oversight.services.inspections import revoke


@page(permission=("oversight.inspection", "edit"), kind="action", methods=("POST",))
def inspection_revoke(request: Request, pk: uuid.UUID, guest: uuid.UUID) -> HttpResponseRedirect:
    """End it; the page then says so to whoever holds the link."""
    pack = get_pack(request.actor, pk)

    def work() -> str:
        revoke(by=request.actor, pack_id=pack.pk, guest_id=guest)
        return reverse("oversight:inspection_show", args=[pack.pk])

    return once(request, work)

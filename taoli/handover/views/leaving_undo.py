"""A student never left."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.queries.leaving import get_leaving
from taoli.handover.services.leaving import undo_leaving


@page(permission=("handover.leaving", "edit"), kind="action", methods=("POST",))
def leaving_undo(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take an entry back, or say why that cannot be."""
    row = get_leaving(request.actor, pk, "edit")
    back = reverse("handover:leaving_list")

    def work() -> str:
        undo_leaving(by=request.actor, pk=row.pk)
        messages.success(request, _("Taken back: class, pairing and appointments go on."))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)

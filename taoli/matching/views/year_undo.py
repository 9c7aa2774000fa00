"""Take a change during the year back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching.queries.year import get_change
from taoli.matching.services.undoing import undo_change


@page(permission=("matching.year", "edit"), kind="action", methods=("POST",))
def year_undo(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Put the pairings back as they were, or say why that cannot be."""
    back = reverse("matching:year_show", args=[get_change(request.actor, pk).pk])

    def work() -> str:
        undo_change(by=request.actor, pk=pk)
        messages.success(request, _("Taken back: the pairings are as they were before."))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)

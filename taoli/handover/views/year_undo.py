"""Take a change of year back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.queries.undoing import stands_against
from taoli.handover.queries.years import get_year_change, is_applied
from taoli.handover.services.years import undo_year


@page(permission=("handover.year_change", "edit"), methods=("GET", "POST"))
def year_undo(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say what stands against it, or put everything back as it was."""
    row = get_year_change(request.actor, pk, "edit")
    refusal = ""
    if request.method == "POST":

        def work() -> str:
            undo_year(by=request.actor, pk=pk)
            messages.success(request, _("Taken back: the school is as it was before."))
            return reverse("handover:year_check", args=[pk])

        try:
            return once(request, work)
        except TaoliError as said:
            refusal = str(said)
    against = stands_against(row) if is_applied(row) else []
    context = {"row": row, "against": against, "refusal": refusal, "may": is_applied(row) and not against}
    return render(request, "handover/year_undo.html", context)

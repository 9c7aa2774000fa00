"""The restricted part of a package, for whom the office has named."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.handover.forms.arrivals import CodeForm
from taoli.handover.queries.received import get_restricted, restricted_rows
from taoli.handover.services.restricted import unlock_restricted


@page(permission=("handover.restricted", "open"), methods=("GET", "POST"))
def restricted_open(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask for the code the first time; each opening is logged before a word is shown."""
    arrival = get_restricted(request.actor, pk)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            unlock_restricted(by=request.actor, pk=pk, code=form.cleaned_data["code"])
            return redirect("handover:restricted_open", pk=pk)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    rows = restricted_rows(request.actor, arrival) if arrival.opened_at else []
    return render(request, "handover/restricted_open.html", {"arrival": arrival, "form": form, "rows": rows})

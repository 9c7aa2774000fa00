"""A measure is done, or not needed any more."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.queries.measures import get_measure
from taoli.care.services import drop_measure, settle_measure
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.measure", "settle"), kind="action", methods=("POST",))
def measure_settle(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Note that it is done and how it went, or drop it: `do` says which."""
    row = get_measure(request.actor, pk)
    back = reverse("care:case_show", args=[row.case_id])

    def work() -> str:
        if request.POST.get("do") == "drop":
            drop_measure(by=request.actor, pk=pk)
            messages.success(request, _("Taken out of the plan."))
        else:
            settle_measure(by=request.actor, pk=pk, note=request.POST.get("note", ""))
            messages.success(request, _("Noted as done."))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)

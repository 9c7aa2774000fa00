"""A student goes the way of the class after all."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.handover.queries.years import get_year_change
from taoli.handover.services.years import drop_exception


@page(permission=("handover.year_change", "edit"), kind="action", methods=("POST",))
def year_unexcept(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take a line out of the plan."""
    row = get_year_change(request.actor, pk, "edit")
    back = reverse("handover:year_except", args=[row.pk])

    def work() -> str:
        line = id_of(request.POST.get("line", "")) or uuid.UUID(int=0)
        drop_exception(by=request.actor, pk=pk, edit=row.edit, line_id=line)
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)

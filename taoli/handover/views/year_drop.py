"""Throw a plan away."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.queries.years import get_year_change
from taoli.handover.services.years import drop_year


@page(permission=("handover.year_change", "edit"), kind="action", methods=("POST",))
def year_drop(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Drop a plan that was not applied."""
    row = get_year_change(request.actor, pk, "edit")
    back = reverse("handover:year_check", args=[row.pk])

    def work() -> str:
        drop_year(by=request.actor, pk=pk, edit=_edit(request))
        messages.success(request, _("The plan was dropped. Nothing has changed in the school."))
        return reverse("handover:year_list")

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)


def _edit(request: Request) -> int:
    text = request.POST.get("edit", "")
    return int(text) if text.isdecimal() else 0

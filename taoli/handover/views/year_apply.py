"""Apply a checked plan."""

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
from taoli.handover.services.years import apply_year


@page(permission=("handover.year_change", "edit"), kind="action", methods=("POST",))
def year_apply(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Write everything at once, or say why that cannot be."""
    row = get_year_change(request.actor, pk, "edit")
    back = reverse("handover:year_check", args=[row.pk])

    def work() -> str:
        apply_year(by=request.actor, pk=pk, edit=_edit(request))
        messages.success(request, _("Done: the new year has begun."))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)


def _edit(request: Request) -> int:
    text = request.POST.get("edit", "")
    return int(text) if text.isdecimal() else 0

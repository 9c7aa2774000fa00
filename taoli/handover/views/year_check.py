"""The dry run of a change of year, and afterwards what it did."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.permissions.year_change import YEAR_CHANGE
from taoli.handover.queries.checking import checked_page
from taoli.handover.queries.years import get_year_change
from taoli.handover.services.years import check_year


@page(permission=("handover.year_change", "view"), methods=("GET", "POST"))
def year_check(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show what will happen to whom; a POST notes that it was checked as the school is now."""
    row = get_year_change(request.actor, pk)
    may_edit = YEAR_CHANGE.may(request.actor, "edit")
    here = reverse("handover:year_check", args=[pk])
    if request.method == "POST" and may_edit:

        def work() -> str:
            check_year(by=request.actor, pk=pk, edit=row.edit)
            return here

        try:
            return once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
            return redirect(here)
    context = {"row": row, "view": checked_page(row), "may_edit": may_edit}
    return render(request, "handover/year_check.html", context)

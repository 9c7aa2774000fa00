"""Begin a plan, or go on with the one that is open."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.services.years import open_year


@page(permission=("handover.year_change", "edit"), kind="action", methods=("POST",))
def year_new(request: Request) -> HttpResponse:
    """Draft the usual plan and open it; somebody who was faster has begun the same one."""

    def work() -> str:
        return reverse("handover:year_plan", args=[open_year(by=request.actor).pk])

    try:
        return once(request, work)
    except TaoliError:
        return redirect("handover:year_list")

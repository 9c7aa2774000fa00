"""Write a calendar that was read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.phrases.calendar import APPLIED
from taoli.roster.services.calendar_import import apply


@page(permission=("roster.term", "edit"), kind="action", methods=("POST",))
def calendar_confirm(request: Request) -> HttpResponse:
    """Write what the preview showed, all of it at once."""

    def work() -> str:
        days = apply(by=request.actor, token=request.POST.get("token", ""))
        messages.success(request, str(APPLIED) % {"days": days})
        return resolve_url("schemes:calendar_show")

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("roster:calendar_import")

"""Say how an action went."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.care.queries.actions import get_action
from taoli.care.services.actions import reopen_action, settle_action
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.action", "settle"), kind="action", methods=("POST",))
def action_settle(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Settle it with a few words on how it went, or (`do=reopen`) take that back."""
    get_action(request.actor, pk)
    back = reverse("care:action_list")

    def work() -> str:
        if request.POST.get("do") == "reopen":
            reopen_action(by=request.actor, pk=pk)
        else:
            settle_action(by=request.actor, pk=pk, outcome=request.POST.get("outcome", ""))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)

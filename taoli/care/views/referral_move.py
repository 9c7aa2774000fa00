"""Put a referral on the waiting list or take it on."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.care.queries.referrals import get_handled
from taoli.care.services.referrals import move_referral
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.waiting", "handle"), kind="action", methods=("POST",))
def referral_move(request: Request, pk: uuid.UUID) -> HttpResponse:
    """`to` says where: waiting or care."""
    get_handled(request.actor, pk)
    back = reverse("care:referral_open", args=[pk])

    def work() -> str:
        move_referral(by=request.actor, pk=pk, to=request.POST.get("to", ""))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("care:referral_list")

"""What became of an appointment."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.care.queries.referrals import get_session
from taoli.care.services.sessions import move_session
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.waiting", "handle"), kind="action", methods=("POST",))
def session_move(request: Request, pk: uuid.UUID) -> HttpResponse:
    """`to` says what: held, missed, off."""
    back = reverse("care:referral_open", args=[get_session(request.actor, pk).referral_id])

    def work() -> str:
        move_session(by=request.actor, pk=pk, to=request.POST.get("to", ""))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)

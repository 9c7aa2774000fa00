"""Take the bureau's base over as the school's draft."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.proposals import get_proposal
from taoli.oversight.services.base_answers import hand_in_answer
from taoli.schemes import services


@page(permission=("oversight.proposal", "answer"), kind="action", methods=("POST",))
def base_take(request: Request, pk: int) -> HttpResponseBase:
    """Make the draft (`keep`: with the school's own where the base lets it), then tell the bureau."""
    base = get_proposal(request.actor, pk)

    def work() -> str:
        keep = bool(request.POST.get("keep"))
        row = services.take_over(by=request.actor, base=base, keep_own=keep)
        return f"{reverse('schemes:scheme_show')}?version={row.pk}"

    try:
        answer = once(request, work)
        hand_in_answer(by=request.actor, base=base)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("oversight:base_compare", pk)
    return answer

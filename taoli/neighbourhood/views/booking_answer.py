"""Answer a school: possible, or why not."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.resources import get_booking
from taoli.neighbourhood.services.resources import answer_booking, bring_answer


@page(permission=("neighbourhood.resource", "edit"), kind="action", methods=("POST",))
def booking_answer(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Settle it in the bureau's fence, then bring the answer into the school's."""
    booking, here = get_booking(request.actor, pk), reverse("neighbourhood:booking_list")
    accepted, words = request.POST.get("to") == "yes", request.POST.get("words", "")

    def work() -> str:
        answer_booking(by=request.actor, booking=booking, accepted=accepted, words=words)
        return here

    try:
        answer = once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(here)
    booking = get_booking(request.actor, pk)
    bring_answer(booking.from_school_id, booking.reference, booking.state, booking.answer)
    return answer

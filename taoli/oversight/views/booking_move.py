"""Sign up for a session, or off again."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.bookings import get_offer, staff_of
from taoli.oversight.services.bookings import book, sign_off


@page(permission=("oversight.booking", "own"), kind="action", methods=("POST",))
def booking_move(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """`to=off`: give the place back."""
    session, staff = get_offer(request.actor, pk), staff_of(request.actor)

    def work() -> str:
        if request.POST.get("to") == "off":
            sign_off(by=request.actor, session=session, staff=staff)
            messages.success(request, _("Signed off."))
        else:
            _seats, waits = book(by=request.actor, session=session, staff=[staff])
            told = _("All seats are taken; you are on the waiting list.") if waits else _("Signed up.")
            messages.success(request, told)
        return reverse("oversight:course_offer_list")

    return once(request, work)

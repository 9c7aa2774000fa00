"""I am here: by the code on the wall, scanned or typed."""

import contextlib
import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.courses import CheckInForm
from taoli.oversight.queries.bookings import get_offer, staff_of
from taoli.oversight.services.attendance import check_in as note_here
from taoli.oversight.services.attendance import ticket_for

DOOR = "oversight.check_in"


@page(permission=("oversight.booking", "own"), methods=("GET", "POST"))
def check_in(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take the code; a scan brings it along and is good for five minutes, whatever the wall shows by then."""
    actor, session, staff = request.actor, get_offer(request.actor, pk), staff_of(request.actor)
    code, ticket = request.GET.get("code", "") if request.method == "GET" else "", ""
    if code:  # a wrong one in the address is a guess like one that is typed
        with contextlib.suppress(TaoliError), counted(request, DOOR):
            ticket = ticket_for(by=actor, session=session, code=code)
    form = CheckInForm(request.POST or None, initial={"ticket": ticket})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            note_here(by=actor, session=session, staff=staff, **form.cleaned_data)
            messages.success(request, _("You are signed in."))
            return reverse("oversight:course_offer_list")

        try:
            with counted(request, DOOR):
                return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"session": session, "form": form, "ticket": ticket, "late": bool(code) and not ticket}
    return render(request, "oversight/check_in.html", context | {"op": request.POST.get("op", "")})

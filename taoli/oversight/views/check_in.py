"""I am here: by the code on the wall, scanned or typed."""

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


@page(permission=("oversight.booking", "own"), methods=("GET", "POST"))
def check_in(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take the code; a scan brings it along and is good for five minutes, whatever the wall shows by then."""
    actor, session, staff = request.actor, get_offer(request.actor, pk), staff_of(request.actor)
    code = request.GET.get("code", "")
    ticket = ticket_for(by=actor, session=session, code=code) if request.method == "GET" and code else ""
    form = CheckInForm(request.POST or None, initial={"ticket": ticket})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            note_here(by=actor, session=session, staff=staff, **form.cleaned_data)
            messages.success(request, _("You are signed in."))
            return reverse("oversight:course_offer_list")

        try:
            with counted(request, "oversight.check_in"):
                return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"session": session, "form": form, "ticket": ticket, "late": bool(code) and not ticket}
    return render(request, "oversight/check_in.html", context | {"op": request.POST.get("op", "")})

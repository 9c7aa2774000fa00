"""The office signs several up at once."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import ids_of
from taoli.common.pages import Request, page
from taoli.oversight.forms.courses import BookForm
from taoli.oversight.queries.bookings import LIVE, booked_for, get_offer
from taoli.oversight.services.bookings import book
from taoli.roster.queries.people import mentors


@page(permission=("oversight.booking", "edit"), methods=("GET", "POST"))
def course_book(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show who is signed up, and take more."""
    actor, session = request.actor, get_offer(request.actor, pk)
    booked = booked_for(actor, session.pk)
    there = {one.staff_id for one in booked if one.state in LIVE}
    free = {one.pk: one for one in mentors(actor.school_id) if one.pk not in there}
    form = BookForm(request.POST or None, staff=[(str(one.pk), one.name) for one in free.values()])
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            chosen = [free[one] for one in ids_of(form.cleaned_data["people"])]
            seats, waits = book(by=actor, session=session, staff=chosen)
            words = _("%(seats)s have a seat, %(waits)s are on the waiting list.")
            messages.success(request, words % {"seats": seats, "waits": waits})
            return reverse("oversight:course_book", args=[session.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"session": session, "booked": booked, "form": form, "op": request.POST.get("op", "")}
    return render(request, "oversight/course_book.html", context)

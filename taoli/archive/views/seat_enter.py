"""The computer room: one code per seat lets one student write; this screen never lists anybody."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from taoli.archive import services
from taoli.archive.forms import SeatForm
from taoli.archive.queries.codes import TICKET, TICKET_SECONDS, ticket_of
from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page


@page(permission="public", methods=("GET", "POST"))
@never_cache
def seat_enter(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a slip; a right one is kept in a cookie of this browser until the student leaves."""
    form = SeatForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with counted(request, "lesson"):
                row = services.enter_seat(text=form.cleaned_data["code"])
        except TaoliError as refusal:
            form.add_error("code", str(refusal))
        else:
            answer = redirect("archive:seat_write")
            answer.set_signed_cookie(
                TICKET,
                ticket_of(row),
                max_age=TICKET_SECONDS,
                httponly=True,
                samesite="Strict",
                secure=settings.SESSION_COOKIE_SECURE,
            )
            return answer
    asked = render(request, "archive/seat_enter.html", {"form": form, "done": "done" in request.GET})
    asked.delete_cookie(TICKET, samesite="Strict")
    return asked

"""The computer room: one code per seat opens one student's page; this screen never lists anybody."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page
from taoli.matching import services
from taoli.matching.forms import CodeForm
from taoli.matching.queries.codes import TICKET, TICKET_SECONDS, ticket_of

SLIPS = 1000  # slips of the finger within five minutes, when a whole school chooses behind one address


@page(permission="public", methods=("GET", "POST"))
@never_cache
def room_enter(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a slip; a right one is kept in a cookie of this browser until the wishes are saved."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with counted(request, "seat", most=SLIPS):
                row = services.enter(text=form.cleaned_data["code"], kind="room")
        except TaoliError as refusal:
            form.add_error("code", str(refusal))
        else:
            answer = redirect("matching:room_choose")
            answer.set_signed_cookie(
                TICKET,
                ticket_of(row),
                max_age=TICKET_SECONDS,
                httponly=True,
                samesite="Strict",
                secure=settings.SESSION_COOKIE_SECURE,
            )
            return answer
    asked = render(request, "matching/room_enter.html", {"form": form, "done": request.GET.get("done", "")})
    asked.delete_cookie(TICKET, samesite="Strict")
    return asked

"""The class computer: a code of one's slip opens one's own page; this screen never lists anybody."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page
from taoli.guidance.forms.talks import TalkCodeForm
from taoli.guidance.queries.talk_codes import TICKET, TICKET_SECONDS, only_numbers, ticket_of
from taoli.guidance.services.talk_codes import enter_talk


@page(permission="public", methods=("GET", "POST"))
@never_cache
def talk_enter(request: HttpRequest) -> HttpResponse:
    """Ask for the code; a right one is kept in a cookie of this browser until the student is done."""
    form = TalkCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with counted(request, "talk"):
                row = enter_talk(text=form.cleaned_data["code"])
        except TaoliError as refusal:
            form.add_error("code", str(refusal))
        else:
            answer = redirect("guidance:talk_room")
            answer.set_signed_cookie(
                TICKET,
                ticket_of(row),
                max_age=TICKET_SECONDS,
                httponly=True,
                samesite="Strict",
                secure=settings.SESSION_COOKIE_SECURE,
            )
            return answer
    context = {"form": form, "done": request.GET.get("done", ""), "numbers": only_numbers()}
    asked = render(request, "guidance/talk_enter.html", context)
    asked.delete_cookie(TICKET, samesite="Strict")
    return asked

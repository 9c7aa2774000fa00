"""One student at one seat of the computer room: the name confirmed, wishes chosen and saved, the screen cleared."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from taoli.common.pages import page
from taoli.matching.forms import hand_in
from taoli.matching.queries.choosing import choosing_view
from taoli.matching.queries.codes import TICKET, TICKET_SECONDS, actor_of, ticket_row

PAGE = "matching/room_choose.html"


@page(permission="public", methods=("GET", "POST"))
@never_cache
def room_choose(request: HttpRequest) -> HttpResponse:
    """Show the page of the code entered in this browser; `me`: the name has been confirmed, `who`: whose form it is."""
    row = ticket_row(str(request.get_signed_cookie(TICKET, "", max_age=TICKET_SECONDS)))
    if row is None or request.POST.get("who", str(row.pk)) != str(row.pk) or "leave" in request.POST:
        return _cleared()
    actor, choice = actor_of(row), row.round
    context = {"round": choice, "who": row.pk, "seconds": TICKET_SECONDS}
    if request.method != "POST":
        view = choosing_view(actor, choice)
        return render(request, PAGE, {**context, "view": view, "confirmed": "me" in request.GET})
    done = hand_in(request, by=actor, round_id=choice.pk, source="room", then=reverse("matching:room_enter"))
    if done.answer is not None:
        return _cleared("late" if done.late else "saved")
    view = choosing_view(actor, choice, done.typed, newest=done.stale)
    return render(request, PAGE, {**context, "view": view, "error": done.error, "confirmed": True})


def _cleared(done: str = "") -> HttpResponse:
    answer = redirect(reverse("matching:room_enter") + (f"?done={done}" if done else ""))
    answer.delete_cookie(TICKET, samesite="Strict")
    return answer

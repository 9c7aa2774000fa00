"""A student's own wishes, on the phone: tap mentors in the order of wishing, change it, then save."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.pages import Request, page
from taoli.matching.forms import hand_in
from taoli.matching.queries.choosing import choosing_view, own_wishes, student_choice

PAGE = "matching/wish_edit.html"


@page(permission=("matching.wish", "write"), methods=("GET", "POST"))
def wish_edit(request: Request) -> HttpResponse:
    """Show the mentors; a POST with `tap` only changes the order, one without saves, after the closing time as late.

    `saved`: what was saved and nothing else, for a whole school comes here in the same minute.
    """
    done = None
    if request.method == "POST":
        done = hand_in(request, by=request.actor, source="own", then=reverse("matching:wish_edit") + "?saved=1")
    if done is None or done.answer is None:
        choice = student_choice(request.actor)
        if choice is None:
            return render(request, PAGE, {"round": None})
        if request.method == "GET" and "saved" in request.GET:
            return render(request, PAGE, {"round": choice, "saved": own_wishes(request.actor, choice)})
        view = choosing_view(request.actor, choice, done.typed if done else None, newest=bool(done and done.stale))
        return render(request, PAGE, {"round": choice, "view": view, "error": done and done.error})
    if done.late:
        messages.warning(
            request, _("The closing time had passed: your wishes are saved as late, and the office sees that.")
        )
    else:
        messages.success(request, _("Your wishes are saved. Until the last day you can change them."))
    return done.answer

"""A student's own wishes, on the phone: tap mentors in the order of wishing, then save."""

import uuid
from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.queries.wishes import choosing_view, student_choice


@page(permission=("matching.wish", "write"), methods=("GET", "POST"))
def wish_edit(request: Request) -> HttpResponse:
    """Show the mentors with subject and introduction; what is chosen so far stands in the address until it is saved."""
    choice = student_choice(request.actor)
    if choice is None:
        return render(request, "matching/wish_edit.html", {"round": None})
    error = ""
    chosen = _ids(request.POST.getlist("w") if request.method == "POST" else request.GET.getlist("w"))
    if request.method == "POST":
        reasons = request.POST.getlist("reason")

        def work() -> str:
            services.set_wishes(
                by=request.actor,
                round_id=choice.pk,
                student_id=request.actor.person_id or choice.pk,
                mentor_ids=chosen,
                reasons=reasons,
            )
            return reverse("matching:wish_edit")

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            error = str(refusal)
        else:
            messages.success(request, _("Your wishes are saved. Until the last day you can change them."))
            return answer
    typed = request.method == "POST" or "w" in request.GET or "clear" in request.GET
    view = choosing_view(request.actor, choice, chosen if typed else None)
    return render(request, "matching/wish_edit.html", {"round": choice, "view": view, "error": error})


def _ids(texts: Sequence[str]) -> list[uuid.UUID]:
    found = []
    for text in texts:
        try:
            found.append(uuid.UUID(text))
        except ValueError:
            continue
    return found

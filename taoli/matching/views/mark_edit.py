"""A mentor marks 优先 or 可以 among those who wished for the mentor; nothing refuses anybody."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching import services
from taoli.matching.queries.marks import get_own_marks, marking_of

FIELD = "mark_"


@page(permission=("matching.offer", "write"), methods=("GET", "POST"))
def mark_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show who wished for the mentor, by class and without ranks, each with the two marks."""
    offer = get_own_marks(request.actor, pk)
    error = ""
    if request.method == "POST":

        def work() -> str:
            services.set_marks(by=request.actor, offer_id=pk, marks=_marks(request))
            return reverse("matching:mark_edit", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            error = str(refusal)
        else:
            messages.success(request, _("Saved. Until this step closes you can change it."))
            return answer
    view = marking_of(offer)
    if view.open:
        log_view(request.actor, "matching.wish", [one.student.pk for one in view.wishers], page="matching:mark_edit")
    return render(request, "matching/mark_edit.html", {"offer": offer, "view": view, "error": error})


def _marks(request: Request) -> dict[uuid.UUID, str]:
    found = {}
    for key in request.POST:
        mark = request.POST[key]
        if not key.startswith(FIELD) or not mark:
            continue
        try:
            found[uuid.UUID(key.removeprefix(FIELD))] = str(mark)
        except ValueError:
            raise TaoliError(_("Please choose one of the two marks, or none.")) from None
    return found

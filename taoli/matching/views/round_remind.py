"""Remind those who have not yet acted in a step."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.queries.closing import WAITING
from taoli.matching.queries.reminding import reminding
from taoli.matching.queries.rounds import get_round


@page(permission=("matching.round", "edit"), methods=("GET", "POST"))
def round_remind(request: Request, pk: uuid.UUID, kind: str) -> HttpResponse:
    """Show by name and count whom a reminder goes to; a POST sends it, once a day at most."""
    choice = get_round(request.actor, pk, "edit")
    if kind not in WAITING:
        raise Http404
    if request.method == "POST":

        def work() -> str:
            count = services.remind(by=request.actor, round_id=pk, kind=kind)
            messages.success(request, _("%(count)s people are reminded.") % {"count": count})
            return reverse("matching:round_show", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
            return redirect("matching:round_show", pk)
    return render(request, "matching/round_remind.html", {"round": choice, "view": reminding(choice, kind)})

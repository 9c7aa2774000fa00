"""Type the swaps of a round table."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import SwapsForm
from taoli.matching.permissions import SEAT
from taoli.matching.queries.board import get_run


@page(permission=("matching.seat", "move"), methods=("GET", "POST"))
def run_swaps(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take lines of codes and one reason; all are made, or none."""
    run = get_run(request.actor, pk, "move")
    if run.state != "draft":
        return redirect("matching:run_show", pk)
    form = SwapsForm(request.POST or None, may_override=SEAT.may(request.actor, "override"))
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            services.type_swaps(by=request.actor, run_id=pk, **form.cleaned_data)
            return reverse("matching:run_show", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The swaps are made; each can be taken back on the board."))
            return answer
    return render(request, "matching/run_swaps.html", {"run": run, "form": form})

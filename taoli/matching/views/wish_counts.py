"""How many wished for whom: for the one officer who runs the round."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching import services
from taoli.matching.queries.marks import runs_it, wanted
from taoli.matching.queries.rounds import get_round


@page(permission=("matching.offer", "coordinate"), methods=("GET", "POST"))
def wish_counts(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show seats against wishes to the officer; anybody else of the office may take the round over first (POST)."""
    choice = get_round(request.actor, pk, "edit")
    if request.method == "POST":

        def work() -> str:
            services.take_over(by=request.actor, round_id=pk)
            return reverse("matching:wish_counts", args=[pk])

        return once(request, work)
    mine = runs_it(request.actor, choice)
    if mine:
        log_view(request.actor, "matching.wish", [choice.pk], page="matching:wish_counts")
    return render(request, "matching/wish_counts.html", {"round": choice, "rows": wanted(choice) if mine else None})

"""Open a round."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import RoundForm
from taoli.matching.queries.rounds import new_round_choices


@page(permission=("matching.round", "edit"), methods=("GET", "POST"))
def round_new(request: Request) -> HttpResponse:
    """Ask for name, term and whom to place; the steps come from the published scheme."""
    choices = new_round_choices(request.actor.school_id)
    if choices is None:
        return render(request, "matching/round_new.html", {"form": None})
    form = RoundForm(request.POST or None, **choices)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def work() -> str:
            made = services.open_round(
                by=request.actor,
                name=given["name"],
                term_id=given["term"],
                unit=given["unit"],
                grade_ids=given["grades"],
                closes=given.get("closes"),
            )
            return reverse("matching:round_show", args=[made.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "matching/round_new.html", {"form": form})

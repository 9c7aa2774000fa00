"""My career file, and a line of my own for it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, opens, page
from taoli.evaluation import services
from taoli.evaluation.forms import EntryForm
from taoli.evaluation.queries.career import career_of, get_entry, get_mentor


@page(permission=("evaluation.career", "own"), methods=("GET", "POST"))
def my_career(request: Request) -> HttpResponse:
    """Show it (`?points=1`: with the totals); POST adds a line, or with `drop` takes one out."""
    actor = request.actor
    mentor = get_mentor(actor, actor.person_id or uuid.UUID(int=0))
    dropped = id_of(request.POST.get("drop", ""))
    form = EntryForm(None if dropped else request.POST or None)
    if request.method == "POST" and (dropped or form.is_valid()):

        def work() -> str:
            if dropped:
                services.drop_career_entry(by=actor, pk=get_entry(actor, dropped, "own").pk)
            else:
                services.add_career_entry(by=actor, facts=form.facts())
            return reverse("evaluation:my_career")

        try:
            return once(request, work)
        except TaoliError as refusal:
            if not form.is_bound:
                raise
            form.add_error(None, str(refusal))
    points = request.GET.get("points") == "1"
    context = {
        "career": career_of(mentor, points=points),
        "points": points,
        "form": form,
        "own": True,
        "stars": opens(actor, "oversight:my_stars"),
        "op": request.POST.get("op", ""),
    }
    return render(request, "evaluation/my_career.html", context)

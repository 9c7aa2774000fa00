"""Read a text that was handed in: publish it to the area, or give it back with a word."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.exchange import DecideForm
from taoli.oversight.queries.exchange import get_handed_text
from taoli.oversight.services.exchange import decide


@page(permission=("oversight.shared_story", "decide"), methods=("GET", "POST"))
def shared_review(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it; POST publishes, with `back` gives it back."""
    story = get_handed_text(request.actor, pk)
    form = DecideForm(request.POST or None, initial={"edit": story.edit})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            decide(by=request.actor, pk=pk, publish="back" not in request.POST, **form.cleaned_data)
            return reverse("oversight:shared_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"story": story, "form": form, "op": request.POST.get("op", "")}
    return render(request, "oversight/shared_review.html", context)

"""The page of a group."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.forms import SuggestionForm
from taoli.guidance.queries.groups import group_page
from taoli.guidance.services import suggest_to_group


@page(permission=("guidance.group", "view"), methods=("GET", "POST"))
def group_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show members, activities, suggestions; a POST suggests something."""
    view = group_page(request.actor, pk)
    form = SuggestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            suggest_to_group(by=request.actor, group_id=pk, text=form.cleaned_data["text"])
            return reverse("guidance:group_show", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"view": view, "form": form, "op": request.POST.get("op", "")}
    return render(request, "guidance/group_show.html", context)

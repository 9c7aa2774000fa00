"""Enter a place to learn or correct it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import ResourceForm
from taoli.neighbourhood.queries.resources import get_resource
from taoli.neighbourhood.services.resources import keep_resource


@page(permission=("neighbourhood.resource", "edit"), methods=("GET", "POST"))
def resource_edit(request: Request) -> HttpResponse:
    """Take what is said; `?place=`: one to be changed."""
    asked = request.GET.get("place", "")
    row = get_resource(request.actor, id_of(asked) or uuid.UUID(int=0)) if asked else None
    form = ResourceForm(request.POST or None, resource=row)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            edit, pk = form.cleaned_data["edit"] or 0, row.pk if row else None
            keep_resource(by=request.actor, facts=form.facts(), pk=pk, edit=edit)
            return reverse("neighbourhood:resource_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "row": row, "op": request.POST.get("op", "")}
    return render(request, "neighbourhood/resource_edit.html", context)

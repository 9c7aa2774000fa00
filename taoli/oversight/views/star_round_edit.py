"""Prepare a round of star mentors."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.oversight.forms.stars import RoundForm
from taoli.oversight.queries.stars import get_round
from taoli.oversight.services.star_rounds import keep_round


@page(permission=("oversight.star_round", "edit"), methods=("GET", "POST"))
def star_round_edit(request: Request) -> HttpResponse:
    """Take title, levels, days (`?round=`: of a draft); POST keeps it as a draft."""
    asked = request.GET.get("round", "")
    row = get_round(request.actor, id_of(asked) or uuid.UUID(int=0)) if asked else None
    form = RoundForm(request.POST or None, row=row)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            pk, edit = row.pk if row else None, form.cleaned_data["edit"] or 0
            kept = keep_round(by=request.actor, facts=form.facts(), pk=pk, edit=edit)
            return reverse("oversight:star_round_show", args=[kept.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"row": row, "form": form, "op": request.POST.get("op", "")}
    return render(request, "oversight/star_round_edit.html", context)

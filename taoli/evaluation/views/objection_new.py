"""Object to an item of the own sheet, or to the whole."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import ObjectionForm
from taoli.evaluation.queries.evidence import own_uncounted
from taoli.evaluation.queries.objections import item_of, label_of, may_object
from taoli.evaluation.queries.sheets import get_own_sheet


@page(permission=("evaluation.objection", "write"), methods=("GET", "POST"))
def objection_new(request: Request, pk: uuid.UUID) -> HttpResponse:
    """GET ?item= asks for a few words and offers what was not counted; POST sends them."""
    sheet = get_own_sheet(request.actor, pk)
    item = request.GET.get("item", "")
    if item and item_of(sheet, item) is None:
        raise Http404
    records = own_uncounted(sheet, item)
    form = ObjectionForm(request.POST or None, records=records)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            services.raise_objection(
                by=request.actor, sheet=sheet, item=item, text=said["text"], records=said.get("records", ())
            )
            return f"{reverse('evaluation:my_sheet')}#{item}"

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"sheet": sheet, "form": form, "label": label_of(sheet, item), "item": item_of(sheet, item)}
    context["may_object"] = may_object(request.actor, sheet)
    return render(request, "evaluation/objection_new.html", context)

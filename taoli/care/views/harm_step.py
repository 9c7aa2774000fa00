"""Write down what was done."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms.harm import StepForm
from taoli.care.queries.harm import get_report
from taoli.care.services.harm import add_step
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.harm", "view"), methods=("GET", "POST"))
def harm_step(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take what, when, who was told, under which number; nothing before is changed."""
    row = get_report(request.actor, pk)
    form = StepForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            add_step(by=request.actor, pk=pk, facts=form.facts())
            messages.success(request, _("Written down."))
            return reverse("care:harm_show", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "care/harm_step.html", {"form": form, "row": row, "op": request.POST.get("op", "")})

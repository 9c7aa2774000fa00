"""Name a further person whom a report concerns."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms.harm import NameForm
from taoli.care.queries.harm import get_report
from taoli.care.services.harm import name_concerned
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.harm", "view"), methods=("GET", "POST"))
def harm_name(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Whoever is named loses sight of it in this moment."""
    row = get_report(request.actor, pk)
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            name_concerned(by=request.actor, pk=pk, **form.cleaned_data)
            messages.success(request, _("Named. Whoever works here and is named sees nothing of it any more."))
            return reverse("care:harm_show", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "care/harm_name.html", {"form": form, "row": row, "op": request.POST.get("op", "")})

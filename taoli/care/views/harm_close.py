"""Close a report of harm."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms.harm import CloseForm
from taoli.care.queries.harm import get_report
from taoli.care.services.harm import close_harm
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.harm", "view"), methods=("GET", "POST"))
def harm_close(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take decision and reason; refused until it stands there who was told."""
    row = get_report(request.actor, pk)
    form = CloseForm(request.POST or None, initial={"edit": row.edit})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            close_harm(by=request.actor, pk=pk, **form.cleaned_data)
            messages.success(request, _("Closed. It stays sealed with those who were told."))
            return reverse("care:harm_show", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "care/harm_close.html", {"form": form, "row": row, "op": request.POST.get("op", "")})

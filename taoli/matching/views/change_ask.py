"""Ask the office for another mentor, in private."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching.forms import AskForm
from taoli.matching.queries.year import askers, own_asks
from taoli.matching.services.asking import ask_change


@page(permission=("matching.change_ask", "ask"), methods=("GET", "POST"))
def change_ask(request: Request) -> HttpResponse:
    """Say who reads it and what becomes of it; take it; show the answer to the one before."""
    form = AskForm(request.POST or None, students=askers(request.actor))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def work() -> str:
            ask_change(by=request.actor, student_id=uuid.UUID(given["student"]), reason=given["reason"])
            messages.success(request, _("The office has it. Nobody else knows."))
            return reverse("matching:change_ask")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "matching/change_ask.html", {"form": form, "asks": own_asks(request.actor)})

"""The words of a round's agreement."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import AgreementForm
from taoli.matching.queries.agreements import latest_text, text_of
from taoli.matching.queries.rounds import get_round


@page(permission=("matching.round", "edit"), methods=("GET", "POST"))
def agreement_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show our wording or the school's; saving makes a new version, whoever has signed keeps the words they signed."""
    choice = get_round(request.actor, pk, "edit")
    form = AgreementForm(request.POST or None, initial={"text": text_of(choice)})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            services.set_agreement_text(by=request.actor, round_id=pk, text=form.cleaned_data["text"])
            return reverse("matching:round_show", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The words are saved."))
            return answer
    return render(
        request, "matching/agreement_edit.html", {"round": choice, "form": form, "saved": latest_text(choice)}
    )

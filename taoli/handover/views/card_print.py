"""The one-page card for a school that does not run Taoli, with the stub that comes back."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render, resolve_url

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.forms.cards import IssueForm
from taoli.handover.queries.cards import card_page
from taoli.handover.services.cards import issue_card


@page(permission=("handover.card", "issue"), methods=("GET", "POST"))
def card_print(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the card, ready to print; POST says to which school it goes."""
    view = card_page(request.actor, pk)
    begun = {"to_school": view.card.to_school, "wish": view.card.wish} if view.card else {}
    form = IssueForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            issue_card(by=request.actor, student_id=pk, to_school=said["to_school"], wish=said["wish"])
            return resolve_url("handover:card_print", pk=pk)

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "handover/card_print.html", {"view": view, "form": form})

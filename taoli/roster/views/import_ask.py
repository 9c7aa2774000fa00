"""Say what tables and columns mean."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.forms import AskForm
from taoli.roster.queries.imports import get_import, may_be_answered
from taoli.roster.queries.tabs import roster_tabs
from taoli.roster.services.importing import settle, weigh


@page(permission=("roster.import", "edit"), methods=("GET", "POST"))
def import_ask(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show what was guessed, uncertain things first; with the answers the files are read again."""
    row = get_import(request.actor, pk, "edit")
    if not may_be_answered(row):
        return redirect("roster:import_show", pk=pk)
    form, by = AskForm(request.POST or None, guesses=row.staged["guesses"]), request.actor
    if request.method == "POST" and form.is_valid():
        try:
            # Read first: nobody waits for the write while a file is read.
            weighed = weigh(by=by, pk=pk, corrections=form.corrections())
            return once(request, lambda: _next(pk, asking=settle(by=by, answer=weighed).state == "asking"))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(
        request,
        "roster/import_ask.html",
        {"row": row, "form": form, "tabs": roster_tabs(request.actor, "import_new")},
    )


def _next(pk: uuid.UUID, *, asking: bool) -> str:
    return resolve_url("roster:import_ask" if asking else "roster:import_show", pk=pk)

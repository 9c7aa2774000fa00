"""A mentor from outside writes down what was done with a student."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import NoteForm
from taoli.neighbourhood.queries.companions import get_own_pair, own_notes
from taoli.neighbourhood.services.companions import write_companion_note


@page(permission=("neighbourhood.companion", "own"), methods=("GET", "POST"))
def note_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take day, kind and a sentence; below stand the own earlier notes about this student."""
    pair = get_own_pair(request.actor, pk)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            write_companion_note(by=request.actor, pair=pair, **form.cleaned_data)
            messages.success(request, _("Written down."))
            return reverse("neighbourhood:note_edit", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "pair": pair, "rows": own_notes(request.actor, pair), "op": request.POST.get("op", "")}
    return render(request, "neighbourhood/note_edit.html", context)

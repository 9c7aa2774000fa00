"""Correct one's own entry: a new version, with the reason."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.forms import CorrectEntryForm
from taoli.archive.queries.entries import get_own_entry
from taoli.archive.queries.settings import settings_of
from taoli.archive.services import correct_entry
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.own_entry", "change"), methods=("GET", "POST"))
def entry_correct(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Begin with what stands there; the old version is kept."""
    entry = get_own_entry(request.actor, pk)
    begun = {name: getattr(entry, name) for name in ("section", "text", "happened_on", "seen_by")}
    form = CorrectEntryForm(
        request.POST or None,
        request.FILES or None,
        actor=request.actor,
        kept=settings_of(request.actor.school_id),
        initial=begun,
    )
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            said = form.cleaned_data
            new = correct_entry(
                by=request.actor, pk=pk, facts=form.facts(), reason=said["reason"], files=said["pictures"]
            )
            messages.success(request, _("Corrected. The version before it is kept."))
            return reverse("archive:entry_show", args=[new.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "entry": entry, "student": entry.student, "op": request.POST.get("op", "")}
    return render(request, "archive/entry_correct.html", context)

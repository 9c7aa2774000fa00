"""The roster's switches."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.forms import SettingsForm
from taoli.roster.queries.imports import keeps_identity_numbers, school_phone
from taoli.roster.services.settings import keep_identity_numbers, set_phone


@page(permission=("roster.import", "edit"), methods=("GET", "POST"))
def settings_edit(request: Request) -> HttpResponse:
    """Switch identity-card numbers on or off; write the school's telephone."""
    now = keeps_identity_numbers(request.actor.school_id)
    posted = request.POST if request.method == "POST" else None
    phone = school_phone(request.actor.school_id)
    form = SettingsForm(posted, initial={"keep_identity_numbers": now, "phone": phone})
    if form.is_valid():
        keep = form.cleaned_data["keep_identity_numbers"]

        def work() -> str:
            set_phone(by=request.actor, phone=form.cleaned_data["phone"])
            erased = keep_identity_numbers(by=request.actor, keep=keep)
            words = _("Saved. %(n)s identity-card numbers were erased.") % {"n": erased} if erased else _("Saved.")
            messages.success(request, words)
            return resolve_url("roster:import_new")

        return once(request, work)
    return render(request, "roster/settings_edit.html", {"form": form})

"""Adopt a preset as the school's draft."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.schemes import services
from taoli.schemes.forms import AdoptForm
from taoli.schemes.queries import draft, get_preset
from taoli.schemes.queries.demands import load_row
from taoli.schemes.views import show_url


@page(permission=("schemes.scheme", "edit"), methods=("GET", "POST"))
def scheme_adopt(request: Request, key: str) -> HttpResponse:
    """Choose how records count, with the warning in full view, and make the draft."""
    scheme = get_preset(key)
    form = AdoptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            row = services.adopt(by=request.actor, preset_key=key, scoring=form.cleaned_data["scoring"])
            return show_url(row.pk)

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "scheme": scheme, "draft": draft(request.actor.school_id), "load": load_row(scheme)}
    return render(request, "schemes/scheme_adopt.html", context)

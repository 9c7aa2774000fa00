"""The schools one exchanges packages with, and the own card."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.queries.keys import own_card, own_fingerprint
from taoli.handover.queries.partners import partners
from taoli.handover.queries.stops import tabs_of
from taoli.handover.services.keys import ensure_keys


@page(permission=("handover.partner", "edit"), methods=("GET", "POST"))
def partner_list(request: Request) -> HttpResponse:
    """Show them; POST makes the school's own keys, once."""
    if request.method == "POST":

        def work() -> str:
            ensure_keys(by=request.actor)
            messages.success(request, _("The keys are made. Give your card to the other schools."))
            return resolve_url("handover:partner_list")

        return once(request, work)
    school = request.actor.school_id
    context = {
        "tabs": tabs_of(request.actor, "partner_list"),
        "rows": partners(request.actor),
        "card": own_card(school, request.build_absolute_uri("/").rstrip("/") if request.is_secure() else ""),
        "fingerprint": own_fingerprint(school),
    }
    return render(request, "handover/partner_list.html", context)

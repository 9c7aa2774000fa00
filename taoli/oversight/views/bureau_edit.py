"""The school's bureau, where it lives on another server."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.queries.keys import own_card, own_fingerprint
from taoli.handover.services.keys import ensure_keys
from taoli.oversight.forms.summaries import LinkForm
from taoli.oversight.queries.handed_in import link_of
from taoli.oversight.services.links import change_link


@page(permission=("oversight.handed_in", "send"), methods=("GET", "POST"))
def bureau_edit(request: Request) -> HttpResponse:
    """Show the own card to give to the bureau; POST notes where the bureau is."""
    by, link = request.actor, link_of(request.actor.school_id)
    known = {"edit": link.edit, "name": link.name, "code": link.code, "address": link.address} if link else {"edit": 0}
    form = LinkForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            ensure_keys(by=by)
            change_link(by=by, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return resolve_url("oversight:bureau_edit")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "form": form,
        "link": link,
        "card": own_card(by.school_id, request.build_absolute_uri("/").rstrip("/") if request.is_secure() else ""),
        "digits": own_fingerprint(by.school_id),
        "op": request.POST.get("op", ""),
    }
    return render(request, "oversight/bureau_edit.html", context)

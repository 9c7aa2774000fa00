"""Take a package in: where each student goes, or who is here already."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.handover.forms.arrivals import AcceptForm
from taoli.handover.queries.arrivals import preview, room_choices, staff_named
from taoli.handover.services.arrivals import accept_package


@page(permission=("handover.package", "receive"), methods=("GET", "POST"))
def package_accept(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Nothing is changed when one student has no place."""
    by, view = request.actor, preview(request.actor, pk)
    if not view.places and request.method == "GET":
        return redirect("handover:package_preview", pk=pk)
    rooms, staff = room_choices(by.school_id), staff_named(by.school_id)
    form = AcceptForm(request.POST or None, view=view, rooms=rooms, staff=staff)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            named = id_of(said.get("named", ""))
            places = form.placements()
            accept_package(by=by, pk=pk, edit=said["edit"], placements=places, named_id=named)
            messages.success(request, _("Taken in. Please bring the receipt to the other school."))
            return resolve_url("handover:package_preview", pk=pk)

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"view": view, "arrival": view.arrival, "form": form, "op": request.POST.get("op", "")}
    return render(request, "handover/package_accept.html", context)

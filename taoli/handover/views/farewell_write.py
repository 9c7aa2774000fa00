"""The word to the next mentor, for those students for whom one was asked."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.handover.forms.packages import FarewellForm
from taoli.handover.queries.packages import my_farewells
from taoli.handover.queries.stops import tabs_of
from taoli.handover.services.packages import write_farewell


@page(permission=("handover.farewell", "write"), methods=("GET", "POST"))
def farewell_write(request: Request) -> HttpResponse:
    """Show what was asked for, each with its own form; keep the one that is sent."""
    rows = list(my_farewells(request.actor))
    asked = id_of(request.POST.get("pk", ""))
    forms = [(row, FarewellForm(request.POST if row.pk == asked else None, row=row)) for row in rows]
    form = next((form for row, form in forms if row.pk == asked), None)
    if form is not None and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            write_farewell(by=request.actor, pk=said["pk"], edit=said["edit"], text=said["text"])
            messages.success(request, _("Kept. It goes along with the package; until then you may change it."))
            return resolve_url("handover:farewell_write")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(
        request, "handover/farewell_write.html", {"forms": forms, "tabs": tabs_of(request.actor, "farewell_write")}
    )

"""Read in a package that came as a file."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.forms.arrivals import FileForm
from taoli.handover.queries.keys import own_fingerprint
from taoli.handover.services.arrivals import receive_package

MOST = 200 * 1024 * 1024


@page(permission=("handover.package", "receive"), methods=("GET", "POST"))
def package_receive(request: Request) -> HttpResponse:
    """Say all that is wrong with it, or let it wait for a decision."""
    form = FileForm(request.POST or None, request.FILES or None)
    wrong: list[str] = []
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]

        def work() -> str:
            row = receive_package(by=request.actor, data=file.read(MOST + 1))
            messages.success(request, _("It is whole and signed. Nothing is taken in before you decide."))
            return resolve_url("handover:package_preview", pk=row.pk)

        try:
            return once(request, work)
        except TaoliError as refusal:
            wrong = str(refusal).splitlines()
    context = {"form": form, "wrong": wrong, "fingerprint": own_fingerprint(request.actor.school_id)}
    return render(request, "handover/package_receive.html", context)

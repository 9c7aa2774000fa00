"""Send a package: what will happen to how many, then it goes."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.forms.packages import SendForm
from taoli.handover.queries.packages import package_page
from taoli.handover.services.sending import send_package


@page(permission=("handover.package", "send"), methods=("GET", "POST"))
def package_send(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Nobody here writes of the students any more once it is sent."""
    view = package_page(request.actor, pk)
    if view.package.state != "drafted" and request.method == "GET":
        return redirect("handover:package_show", pk=pk)
    form = SendForm(request.POST or None, initial={"edit": view.package.edit, "reply_days": 14})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            send_package(
                by=request.actor,
                pk=pk,
                edit=said["edit"],
                nonetheless=said["nonetheless"],
                reply_days=said["reply_days"],
            )
            messages.success(request, _("It is sealed and signed. Now bring it to the other school."))
            return resolve_url("handover:package_show", pk=pk)

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"view": view, "package": view.package, "form": form, "op": request.POST.get("op", "")}
    return render(request, "handover/package_send.html", context)

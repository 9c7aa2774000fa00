"""Begin a new version of a published scheme."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.schemes import services


@page(permission=("schemes.scheme", "edit"), kind="action", methods=("POST",))
def scheme_revise(request: Request) -> HttpResponse:
    """Make (or open) the draft that follows the published version."""
    try:
        return once(request, lambda: reverse("schemes:scheme_edit", args=[services.revise(by=request.actor).pk]))
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("schemes:scheme_list")

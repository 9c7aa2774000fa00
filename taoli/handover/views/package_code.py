"""The code of a restricted part, given out after the receipt."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.handover.queries.packages import get_package
from taoli.handover.services.sending import show_code


@page(permission=("handover.package", "send"), methods=("GET", "POST"))
def package_code(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say what it is for; POST shows it, and that is logged."""
    package, code = get_package(request.actor, pk), ""
    if request.method == "POST":
        try:
            code = show_code(by=request.actor, pk=pk)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
    return render(request, "handover/package_code.html", {"package": package, "code": code})

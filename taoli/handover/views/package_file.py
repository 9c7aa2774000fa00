"""The file of a package that has been sent."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.handover.queries.packages import get_package
from taoli.handover.services.sending import package_file as take_file


@page(permission=("handover.package", "send"), kind="file")
def package_file(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Hand it down; only the receiver can open it."""
    get_package(request.actor, pk)
    try:
        name, data = take_file(by=request.actor, pk=pk)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("handover:package_show", pk=pk)
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer

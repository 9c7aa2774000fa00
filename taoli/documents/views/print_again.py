"""Let a print job go on that did not work."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.documents.jobs import start_pressing
from taoli.documents.official.prints import get_print
from taoli.documents.services.prints import again


@page(permission=("documents.printing", "view"), kind="action", methods=("POST",))
def print_again(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Hand it to the worker once more."""
    job, by = get_print(request.actor, pk).print, request.actor
    home = reverse("documents:print_show", args=[pk])

    def work() -> str:
        start_pressing(by, again(by=by, job=job))
        return home

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(home)

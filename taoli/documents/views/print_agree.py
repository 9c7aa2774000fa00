"""The second person's word on a print job."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.documents.jobs import start_pressing
from taoli.documents.official.prints import get_asked
from taoli.documents.services.prints import agree


@page(permission=("documents.printing", "agree"), methods=("GET", "POST"))
def print_agree(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show what is asked for and what for; take the yes or no."""
    row, by = get_asked(request.actor, pk), request.actor
    if request.method != "POST":
        return render(request, "documents/print_agree.html", {"row": row})
    yes = request.POST.get("answer") == "yes"

    def work() -> str:
        job = agree(by=by, pk=pk, yes=yes)
        start_pressing(by, job)
        return reverse("documents:form_list")

    try:
        answer = once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("documents:form_list"))
    messages.success(request, _("The file is being made.") if yes else _("Noted: it is not printed."))
    return answer

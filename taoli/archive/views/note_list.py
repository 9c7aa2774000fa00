"""Notes that nobody but the student can open."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.queries.notes import own_notes
from taoli.archive.services import keep_note
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.note", "own"), methods=("GET", "POST"))
def note_list(request: Request) -> HttpResponse:
    """Show the sealed notes, which the browser opens with the phrase; a POST keeps another sealed one."""
    error = ""
    if request.method == "POST":

        def work() -> str:
            keep_note(by=request.actor, sealed=request.POST.get("sealed", ""))
            messages.success(request, _("Sealed and kept. Only your phrase opens it."))
            return reverse("archive:note_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            error = str(refusal)
    return render(request, "archive/note_list.html", {"notes": own_notes(request.actor), "error": error})

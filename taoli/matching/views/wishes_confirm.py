"""What an uploaded workbook of wishes says: its problems, or what confirming will write."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching import services
from taoli.matching.queries.wishes import get_import, preview_of


@page(permission=("matching.wish", "enter"), methods=("GET", "POST"))
def wishes_confirm(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the preview; a POST writes the wishes."""
    row = get_import(request.actor, pk)
    if request.method == "POST":

        def work() -> str:
            services.apply_wishes(by=request.actor, pk=pk)
            return reverse("matching:round_show", args=[row.round_id])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
            return redirect("matching:wishes_confirm", pk)
        messages.success(request, _("The wishes are in."))
        return answer
    log_view(request.actor, "matching.wish", [row.pk], page="matching:wishes_confirm")
    return render(request, "matching/wishes_confirm.html", {"row": row, "preview": preview_of(row)})

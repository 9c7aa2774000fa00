"""Take a draft's groups into the roster."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.queries.groupings import get_grouping


@page(permission=("matching.grouping", "edit"), kind="action", methods=("POST",))
def grouping_accept(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take POST edit: the number of the draft that was looked at."""
    row = get_grouping(request.actor, pk)
    edit = request.POST.get("edit", "")

    def work() -> str:
        number = int(edit) if edit.isdecimal() else -1
        count = services.accept_groups(by=request.actor, pk=pk, edit=number)
        messages.success(request, _("%(count)s groups stand in the roster from today on.") % {"count": count})
        return reverse("matching:grouping_list", args=[row.round_id])

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("matching:grouping_show", pk)

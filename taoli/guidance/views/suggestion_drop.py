"""A suggestion to a group taken back by its writer, or hidden by the mentor."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.queries.groups import get_suggestion
from taoli.guidance.services import hide_suggestion, take_suggestion_back


@page(permission=("guidance.group", "view"), kind="action", methods=("POST",))
def suggestion_drop(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take it back if it is one's own, else hide it with a reason."""
    row = get_suggestion(request.actor, pk)
    back = reverse("guidance:group_show", args=[row.group_id])

    def work() -> str:
        if row.student_id == request.actor.person_id:
            take_suggestion_back(by=request.actor, pk=pk)
        else:
            hide_suggestion(by=request.actor, pk=pk, reason=request.POST.get("reason", ""))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)

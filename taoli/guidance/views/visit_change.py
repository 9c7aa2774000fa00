"""One tap that changes an appointment: agree to the family's wish, call it off, who comes along, what to bring up."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.guidance.services import accept_wish, call_off, set_companion, set_topics


@page(permission=("guidance.appointment", "edit"), kind="action", methods=("POST",))
def visit_change(request: Request, pk: uuid.UUID, what: str) -> HttpResponse:
    """Do it and go back to the appointment, which says how it stands now."""
    if what not in {"accept", "cancel", "second", "topics"}:
        raise Http404
    back = reverse("guidance:visit_show", args=[pk])
    text = request.POST.get("edit", "")
    edit = int(text) if text.isdecimal() else 0

    def work() -> str:
        if what == "accept":
            accept_wish(by=request.actor, pk=pk, edit=edit)
        elif what == "cancel":
            call_off(by=request.actor, pk=pk, edit=edit)
        elif what == "second":
            set_companion(by=request.actor, pk=pk, edit=edit, second_id=id_of(request.POST.get("second", "")))
        else:
            set_topics(by=request.actor, pk=pk, edit=edit, topics=request.POST.getlist("topics"))
        messages.success(request, _("Saved."))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.warning(request, str(refusal))
        return redirect(back)

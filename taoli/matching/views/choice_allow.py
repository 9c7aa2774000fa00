"""Let one student hand in after closing."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import ids_of
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.queries.handing_in import choice_round


@page(permission=("matching.hand_in", "allow"), kind="action", methods=("POST",))
def choice_allow(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take POST student, reason and room (the class to go back to)."""
    choice_round(request.actor, pk, "allow")
    student = next(iter(ids_of([request.POST.get("student", "")])), pk)
    room = "".join(f"?room={one}" for one in ids_of([request.POST.get("room", "")]))
    back = reverse("matching:choice_show", args=[pk]) + room

    def work() -> str:
        services.allow_late(by=request.actor, round_id=pk, student_id=student, reason=request.POST.get("reason", ""))
        return back

    try:
        answer = once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
    messages.success(request, _("The student can hand in once more; it will count as late."))
    return answer

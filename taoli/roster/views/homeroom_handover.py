"""Hand a class to another homeroom teacher, for good or for a time."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.forms import HandoverForm
from taoli.roster.queries.charges import charges_of, teachers
from taoli.roster.queries.classes import get_class
from taoli.roster.services.homerooms import hand_over


@page(permission=("roster.school_class", "edit"), methods=("GET", "POST"))
def homeroom_handover(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say who sees the class until when, what is arranged, and take the day and the teacher."""
    room = get_class(request.actor, pk, "edit")
    form = HandoverForm(
        request.POST or None,
        teachers=teachers(request.actor.school_id),
        initial={"starts": clock.today(), "seen": room.homeroom_teacher_id},
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def work() -> str:
            hand_over(
                by=request.actor,
                room_id=pk,
                staff_id=uuid.UUID(given["staff"]),
                starts=given["starts"],
                ends=given["ends"],
                seen=given["seen"],
            )
            messages.success(request, _("Saved. The reach follows the days by itself."))
            return resolve_url("roster:homeroom_handover", pk)

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"room": room, "form": form, "charges": charges_of(request.actor, room), "today": clock.today()}
    return render(request, "roster/homeroom_handover.html", context)

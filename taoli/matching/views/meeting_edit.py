"""When and where mentors first meet their students, for the whole round; and who has met."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import MeetingForm
from taoli.matching.queries.meetings import proposed_times, round_meetings
from taoli.matching.queries.rounds import get_round


@page(permission=("matching.round", "edit"), methods=("GET", "POST"))
def meeting_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Set time and place for everybody without an own one; below, each mentor's time and whether it was held."""
    choice = get_round(request.actor, pk, "edit")
    view = round_meetings(choice)
    initial = {"at": view.at, "place": view.place}
    form = MeetingForm(request.POST or None, slots=proposed_times(choice.school_id), initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def work() -> str:
            services.set_meeting(by=request.actor, round_id=pk, at=given["at"], place=given["place"])
            return reverse("matching:meeting_edit", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Time and place are saved."))
            return answer
    return render(request, "matching/meeting_edit.html", {"round": choice, "form": form, "view": view})

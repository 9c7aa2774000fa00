"""A mentor's first meeting: held with one tap, with who was not there; or another time."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import MeetingForm
from taoli.matching.queries.agreements import ticked
from taoli.matching.queries.meetings import OwnMeeting, get_own_meeting, proposed_times


@page(permission=("matching.meeting", "hold"), methods=("GET", "POST"))
def meeting_held(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show time, place and students; POST `held` notes it, anything else sets another time for the own students."""
    view = get_own_meeting(request.actor, pk)
    held = "held" in request.POST
    slots = proposed_times(view.round.school_id)
    typed = None if held else request.POST or None
    form = MeetingForm(typed, slots=slots, initial={"at": view.at, "place": view.place})
    if request.method == "POST" and (held or form.is_valid()):
        try:
            answer = once(request, lambda: _save(request, view, {} if held else form.cleaned_data))
        except TaoliError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return answer
    return render(request, "matching/meeting_held.html", {"view": view, "form": form})


def _save(request: Request, view: OwnMeeting, given: dict[str, Any]) -> str:
    mentor = request.actor.person_id
    if mentor is None:
        raise Http404
    if given:
        at, place = given["at"], given["place"]
        services.set_meeting(by=request.actor, round_id=view.round.pk, at=at, place=place, mentor_id=mentor)
    else:
        absent = ticked(request.POST.getlist("absent"))
        services.mark_held(
            by=request.actor, round_id=view.round.pk, mentor_id=mentor, on=clock.today(), absent=list(absent)
        )
    return reverse("matching:meeting_held", args=[view.round.pk])

"""Form the groups of a class, or across classes."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import GroupingForm
from taoli.matching.queries.groupings import across, get_room, group_step, may_group, pupils_of
from taoli.matching.queries.work import work_round


@page(permission=("matching.grouping", "edit"), methods=("GET", "POST"))
def grouping_new(request: Request, pk: uuid.UUID, room: uuid.UUID) -> HttpResponse:
    """Ask how many groups and what to balance, filled from the scheme; then show the draft. The draw is the day."""
    choice = work_round(request.actor, pk)
    place = get_room(request.actor, choice, room)
    step = group_step(choice)
    known = {
        "ratio": ":".join(str(part) for part in step.ratio) if step else "",
        "balance": [] if across(choice) else ["gender", *(["layer"] if step and step.ratio else [])],
    }
    form = GroupingForm(request.POST or None, request.FILES or None, initial=known)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            ask = form.ask(int(clock.today().strftime("%Y%m%d")))
            row = services.draft_groups(by=request.actor, round_id=pk, room_id=room, ask=ask)
            return reverse("matching:grouping_show", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "round": choice,
        "room": place,
        "form": form,
        "students": len(pupils_of(choice, place.pk if place else None)),
        "open": may_group(request.actor, choice),
    }
    return render(request, "matching/grouping_new.html", context)

"""Slips to cut: one code per student for the computer room, or one link per student for the family."""

import uuid

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.deployment.functions import Place, place_of
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import IssueForm
from taoli.matching.queries.codes import qr_image
from taoli.matching.queries.handing_in import choice_round, handing_in, issued


@page(permission=("matching.hand_in", "issue"), methods=("GET", "POST"))
def code_slips(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Make new codes for a class and show them once, ready to print; earlier ones of the class stop working."""
    choice = choice_round(request.actor, pk, "issue")
    view, counts = handing_in(request.actor, choice), issued(choice)
    outside = place_of(settings.PLACE) is not Place.CAMPUS
    rooms = [(str(line.room.pk), line.room.name) for line in view.lines]
    form = IssueForm(
        request.POST or None,
        rooms=rooms,
        outside=outside,
        initial={"room": request.GET.get("room", ""), "kind": "room"},
    )
    if request.method == "POST" and form.is_valid():
        try:
            return _issue(request, pk, form.cleaned_data, dict(rooms))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    rows = [(line.room.name, len(line.people), counts[line.room.pk]) for line in view.lines]
    return render(
        request, "matching/code_slips.html", {"round": choice, "form": form, "rows": rows, "outside": outside}
    )


def _issue(request: Request, pk: uuid.UUID, fields: dict[str, str], rooms: dict[str, str]) -> HttpResponse:
    made: list[services.Slip] = []

    def work() -> str:
        room = uuid.UUID(fields["room"])
        made.extend(services.issue_codes(by=request.actor, round_id=pk, class_id=room, kind=fields["kind"]))
        return reverse("matching:code_slips", args=[pk])

    # A repeat finds no new codes made: it is sent back to the page, and the slips already printed stay good.
    answer = once(request, work)
    if not made:
        messages.info(request, _("These slips were made already. If they are lost, make new ones here."))
        return answer
    family = fields["kind"] == "family"
    door = request.build_absolute_uri(reverse("matching:room_enter"))
    slips = [(slip, request.build_absolute_uri(_link(slip.code)) if family else door) for slip in made]
    context = {
        "round": pk,
        "room": rooms[fields["room"]],
        "family": family,
        "slips": [(slip, link, qr_image(link) if family else "") for slip, link in slips],
    }
    return render(request, "matching/_slips.html", context)


def _link(code: str) -> str:
    return reverse("matching:family_choose", args=[code])

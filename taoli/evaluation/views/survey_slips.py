"""Slips to cut: one code for each student of a class, or one link for each family."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import SlipsForm
from taoli.evaluation.queries.slips import rooms
from taoli.evaluation.queries.surveys import get_survey
from taoli.matching.queries.codes import qr_image


@page(permission=("evaluation.survey", "edit"), methods=("GET", "POST"))
def survey_slips(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Make new codes for a class and show them once, ready to print; earlier ones of the class stop working."""
    survey = get_survey(request.actor, pk)
    known = [(str(one.pk), one.name) for one in rooms(survey)]
    form = SlipsForm(request.POST or None, rooms=known)
    if request.method == "POST" and form.is_valid():
        try:
            return _issue(request, pk, form.cleaned_data["room"], dict(known))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"survey": survey, "form": form, "known": known, "families": survey.source == "guardian"}
    return render(request, "evaluation/survey_slips.html", context)


def _issue(request: Request, pk: uuid.UUID, room: str, names: dict[str, str]) -> HttpResponse:
    made: list[services.BallotSlip] = []

    def work() -> str:
        made.extend(services.issue_ballots(by=request.actor, survey_id=pk, class_id=uuid.UUID(room)))
        return reverse("evaluation:survey_slips", args=[pk])

    # A repeat finds no new codes made: it is sent back to the page, and the slips already printed stay good.
    answer = once(request, work)
    if not made:
        messages.info(request, _("These slips were made already. If they are lost, make new ones here."))
        return answer
    links = [request.build_absolute_uri(reverse("evaluation:ballot_door", args=[one.code])) for one in made]
    context = {
        "survey": get_survey(request.actor, pk),
        "room": names[room],
        "families": get_survey(request.actor, pk).source == "guardian",
        "door": request.build_absolute_uri(reverse("evaluation:ballot_code")),
        "slips": [(slip, link, qr_image(link)) for slip, link in zip(made, links, strict=True)],
    }
    return render(request, "evaluation/_slips.html", context)

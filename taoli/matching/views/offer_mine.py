"""What a mentor tells the students of a round."""

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
from taoli.matching.forms import IntroductionForm
from taoli.matching.queries.marks import get_offer
from taoli.matching.queries.steps import step_of


@page(permission=("matching.offer", "write"), methods=("GET", "POST"))
def offer_mine(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Ask for the introduction; the number of students only where the scheme lets mentors declare it."""
    offer = get_offer(request.actor, pk)
    step = step_of(offer.round, "publish_mentors")
    declares = step is not None and "mentor" in step.by
    form = IntroductionForm(request.POST or None, offer=offer, declares=declares)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            services.set_introduction(by=request.actor, offer_id=pk, given=form.given())
            return reverse("matching:offer_mine", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved. This is what students read of you."))
            return answer
    context = {"offer": offer, "form": form, "step": step}
    return render(request, "matching/offer_mine.html", context)

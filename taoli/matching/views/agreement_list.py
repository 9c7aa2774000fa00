"""Who has signed the agreement, class by class; what came back on paper is ticked here."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, opens, page
from taoli.matching import services
from taoli.matching.queries.agreements import get_agreement_round, sheet_of, ticked


@page(permission=("matching.agreement", "enter"), methods=("GET", "POST"))
def agreement_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show a class: who has signed, who has not; a POST takes the ticks as signed on paper."""
    choice = get_agreement_round(request.actor, pk, "enter")
    room = request.GET.get("class", "")
    if request.method == "POST":
        given = ticked(request.POST.getlist("signed"))

        def work() -> str:
            count = services.enter_signed(by=request.actor, round_id=pk, sides=given)
            messages.success(request, _("Entered for %(count)s students.") % {"count": count})
            return f"{reverse('matching:agreement_list', args=[pk])}?class={room}"

        try:
            return once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
    sheet = sheet_of(request.actor, choice, room)
    context = {"round": choice, "sheet": sheet, "office": opens(request.actor, "matching:round_show")}
    if opens(request.actor, "documents:agreement_word"):
        context["word"] = reverse("documents:agreement_word", args=[pk])
    return render(request, "matching/agreement_list.html", context)

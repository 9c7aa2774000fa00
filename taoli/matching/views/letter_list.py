"""Letters of appointment: print them, tick who has been handed one."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.idempotency import once
from taoli.common.pages import Request, opens, page
from taoli.matching import services
from taoli.matching.queries.agreements import ticked
from taoli.matching.queries.letters import letters
from taoli.matching.queries.rounds import get_round


@page(permission=("matching.round", "edit"), methods=("GET", "POST"))
def letter_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """List the mentors with the number of students; a POST notes who has the letter, or that all have."""
    choice = get_round(request.actor, pk, "edit")
    rows = letters(choice)
    if request.method == "POST":
        everybody = {row.mentor.pk for row in rows}
        chosen = everybody if request.POST.get("all") else set(ticked(request.POST.getlist("mentor")))

        def work() -> str:
            services.hand_out(by=request.actor, round_id=pk, mentor_ids=chosen, on=clock.today())
            return reverse("matching:letter_list", args=[pk])

        answer = once(request, work)
        messages.success(request, _("Saved."))
        return answer
    context: dict[str, Any] = {"round": choice, "rows": rows, "handed": sum(row.handed_on is not None for row in rows)}
    if opens(request.actor, "documents:letter_word"):
        context["word_all"] = reverse("documents:letter_word", args=[pk])
    return render(request, "matching/letter_list.html", context)

"""From when until when the steps of a round are open."""

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
from taoli.matching.forms import TimesForm
from taoli.matching.queries.rounds import get_round
from taoli.matching.queries.steps import step_rows


@page(permission=("matching.round", "edit"), methods=("GET", "POST"))
def round_times(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show a line a step with opening and closing; empty means no limit."""
    choice = get_round(request.actor, pk, "edit")
    form = TimesForm(request.POST or None, steps=step_rows([choice])[choice.pk])
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            services.set_times(by=request.actor, round_id=pk, times=form.times())
            return reverse("matching:round_show", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The times are saved."))
            return answer
    return render(request, "matching/round_times.html", {"round": choice, "form": form, "rows": form.rows()})

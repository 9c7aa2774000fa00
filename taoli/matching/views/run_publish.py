"""Publish a draft."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import PublishForm
from taoli.matching.queries.board import board_of, get_run
from taoli.matching.queries.messages import told_of
from taoli.matching.queries.results import consequences


@page(permission=("matching.round", "edit"), methods=("GET", "POST"))
def run_publish(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say what will happen to how many people, then do it."""
    run = get_run(request.actor, pk, "override")
    if run.state != "draft" and request.method == "GET":
        return redirect("matching:run_show", pk)
    term = run.round.term
    form = PublishForm(request.POST or None, initial={"starts": min(max(clock.today(), term.starts), term.ends)})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            given = form.cleaned_data
            services.publish_run(by=request.actor, run_id=pk, starts=given["starts"], tell_at=given["tell_at"])
            return reverse("matching:pairing_list")

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Published. Every student sees the mentor, every mentor the students."))
            return answer
    board = board_of(request.actor, run)
    context = {"run": run, "form": form, "board": board, "will": consequences(run, board), "told": told_of(run)}
    return render(request, "matching/run_publish.html", context)

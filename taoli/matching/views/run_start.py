"""Let the engine place the students."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common import clock, jobs
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import RunForm
from taoli.matching.jobs import match_round
from taoli.matching.phrases import MODE_WORDS, MODES
from taoli.matching.queries.modes import modes_of
from taoli.matching.queries.overview import seats_of
from taoli.matching.queries.rounds import ASSIGNED, get_round, offers
from taoli.matching.queries.wishes import wished_students


@page(permission=("matching.round", "edit"), methods=("GET", "POST"))
def run_start(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show seats against students and ask for the number of the draw; the work itself is a job."""
    choice = get_round(request.actor, pk, "edit")
    modes = modes_of(choice)
    form = RunForm(request.POST or None, modes=modes, initial={"seed": int(clock.today().strftime("%Y%m%d"))})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            run = services.start_run(by=request.actor, round_id=pk, **form.cleaned_data)
            account = str(request.actor.account_id)
            job = jobs.start(match_round, by=request.actor, kind="match", run_id=str(run.pk), account_id=account)
            services.note_job(by=request.actor, run_id=run.pk, job_id=job.pk)
            return reverse("matching:run_show", args=[run.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "round": choice,
        "form": form,
        "modes": [(MODES[mode], MODE_WORDS[mode]) for mode in modes],
        "wishing": modes != (ASSIGNED,),
        "seats": seats_of(choice, offers(choice)),
        "wished": wished_students(choice),
    }
    return render(request, "matching/run_start.html", context)

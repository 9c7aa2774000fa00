"""Show the sheets to the mentors: who will see what, and until when they may object."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import ShareForm
from taoli.evaluation.queries.days import usual_until
from taoli.evaluation.queries.sheets import get_run, sheets, waiting


@page(permission=("evaluation.appraisal", "edit"), methods=("GET", "POST"))
def appraisal_share(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say how many mentors it reaches; POST shows the sheets and tells the mentors."""
    run = get_run(request.actor, pk)
    form = ShareForm(request.POST or None, initial={"until": usual_until(run.term)})
    if request.method == "POST" and form.is_valid():
        until = form.cleaned_data["until"]

        def work() -> str:
            services.share(by=request.actor, run_id=pk, until=until)
            return reverse("evaluation:appraisal_show")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    found = list(sheets(request.actor, run))
    context = {"run": run, "form": form, "count": len(found), "waiting": waiting(found, run)}
    return render(request, "evaluation/appraisal_share.html", context)

"""Publish the appraisal: what will happen, then freeze."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.queries.answers import in_use
from taoli.evaluation.queries.sheets import counted_until, get_run, sheets, typed_items, waiting


@page(permission=("evaluation.appraisal", "edit"), methods=("GET", "POST"))
def appraisal_publish(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say how many people it reaches and what cannot be changed afterwards; POST publishes."""
    run = get_run(request.actor, pk)
    refusal = ""
    if request.method == "POST":
        try:
            return once(request, lambda: _publish(request, pk))
        except TaoliError as error:
            refusal = str(error)
    found = list(sheets(request.actor, run))
    context = {
        "run": run,
        "count": len(found),
        "waiting": waiting(found, typed_items(run)),
        "left_out": sum(sheet.rescaled for sheet in found),
        "until": counted_until(run),
        "answers": in_use(request.actor.school_id, run.term),
        "refusal": refusal,
    }
    return render(request, "evaluation/appraisal_publish.html", context)


def _publish(request: Request, pk: uuid.UUID) -> str:
    services.publish(by=request.actor, run_id=pk)
    return reverse("evaluation:appraisal_show")

"""Publish the appraisal: what will happen, then freeze."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.queries.answers import in_use
from taoli.evaluation.queries.objections import open_count
from taoli.evaluation.queries.sheets import counted_until, get_run, sheets, waiting


@page(permission=("evaluation.appraisal", "edit"), methods=("GET", "POST"))
def appraisal_publish(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say how many people it reaches, what still waits and what cannot be changed afterwards; POST publishes, before
    the last day for objections only when the office says so (`early`).
    """
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
        "waiting": waiting(found, run),
        "left_out": sum(sheet.rescaled for sheet in found),
        "until": counted_until(run),
        "answers": in_use(request.actor.school_id, run.term),
        "objections": open_count(run),
        "early": bool(run.objects_until and clock.today() <= run.objects_until),
        "refusal": refusal,
    }
    return render(request, "evaluation/appraisal_publish.html", context)


def _publish(request: Request, pk: uuid.UUID) -> str:
    services.publish(by=request.actor, run_id=pk, early=request.POST.get("early") == "yes")
    return reverse("evaluation:appraisal_show")

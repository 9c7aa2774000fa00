"""How far long work has come."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render

from taoli.common.jobs import get_job
from taoli.common.pages import Request, page


@page(permission="signed_in", kind="part")
def job_progress(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Answer with the progress of a job the person started."""
    job = get_job(request.actor, pk)
    if job is None:
        raise Http404
    return render(request, "home/_job_progress.html", {"job": job})

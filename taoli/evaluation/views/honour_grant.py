"""An honour: who gets it from the totals; or, where people give it, a form to give it: a title, stars by criteria."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import HonourForm
from taoli.evaluation.queries.honours import get_honour, mentors_of
from taoli.evaluation.queries.sheets import get_run


@page(permission=("evaluation.appraisal", "edit"), methods=("GET", "POST"))
def honour_grant(request: Request, pk: uuid.UUID, key: str) -> HttpResponse:
    """Show who has it and its criteria; POST gives it to one mentor more, where people give it."""
    run = get_run(request.actor, pk)
    row = get_honour(run, key)
    if request.method == "POST" and not row.by_people:
        raise Http404
    form = HonourForm(request.POST or None, honour=row.honour, mentors=mentors_of(run))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            services.grant(
                by=request.actor,
                run=run,
                honour=row.honour,
                mentor_id=uuid.UUID(said["mentor"]),
                level=said.get("level"),
                met=said.get("met", ()),
            )
            return reverse("evaluation:honour_grant", args=[pk, key])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"run": run, "row": row, "form": form, "frozen": bool(run.checksum)}
    return render(request, "evaluation/honour_grant.html", context)

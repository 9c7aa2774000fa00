"""What changed from one draft of a round to another."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.matching.queries.board import get_run, sees_ranks
from taoli.matching.queries.drafts import comparison, drafts, other_draft


@page(permission=("matching.seat", "view"))
def run_compare(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Compare with the draft before, or the one named by `?with=`."""
    run = get_run(request.actor, pk)
    other = other_draft(run, request.GET.get("with", ""))
    found = None
    if other is not None:
        log_view(request.actor, "matching.run", [run.pk, other.pk], page="matching:run_compare")
        found = comparison(request.actor, other, run)
    context = {
        "run": run,
        "other": other,
        "view": found,
        "sees_ranks": sees_ranks(request.actor, run),
        "others": [one for one in drafts(request.actor, run.round) if one.run.pk != run.pk],
    }
    return render(request, "matching/run_compare.html", context)

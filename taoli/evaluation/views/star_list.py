"""Stars: the ladder, one's own applications, for the office and the assessors what waits."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.common.views_log import log_view
from taoli.evaluation.permissions import STAR
from taoli.evaluation.queries.ladder import own_ladder, stars_in
from taoli.evaluation.queries.stars import applications, mentor_of, star_run


@page(permission=("evaluation.star", "view"))
def star_list(request: Request) -> HttpResponse:
    """Show the levels with their criteria, and the applications within reach."""
    actor = request.actor
    run = star_run(actor.school_id)
    rows = applications(actor)
    others = [one.row.pk for one in rows if not one.own]
    log_view(actor, "evaluation.starapplication", others, page="evaluation:star_list")
    context = {
        "run": run,
        "honour": stars_in(run) if run else own_ladder(actor.school_id),
        "rows": rows,
        "applies": STAR.may(actor, "apply") and mentor_of(actor, run) is not None,
        "reviews": STAR.may(actor, "review"),
        "sets": opens(actor, "evaluation:star_settings"),
    }
    return render(request, "evaluation/star_list.html", context)

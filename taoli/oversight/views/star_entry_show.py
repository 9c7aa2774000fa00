"""One application as the officer sees it: evidence, words, reviews and how far they are apart."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.oversight.queries.stars import asked, get_entry


@page(permission=("oversight.star_round", "edit"))
def star_entry_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it; the reading is logged."""
    shown = get_entry(request.actor, pk)
    log_view(request.actor, "oversight.starentry", [shown.row.pk], page="oversight:star_entry_show")
    means = shown.judged.means if shown.judged else {}
    rows = [(one, means.get(one.criterion.key)) for one in asked(shown.level, shown.row.evidence)]
    reviews = [
        (one, [(asks.label, *one.scores[asks.key]) for asks in shown.level.criteria if asks.key in one.scores])
        for one in shown.reviews
    ]
    context = {"shown": shown, "row": shown.row, "asked": rows, "reviews": reviews}
    return render(request, "oversight/star_entry_show.html", context)

"""One published version of the base: what it marks, what changed, how far the schools are."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.bases import answers, counts, draft_of, get_base
from taoli.oversight.queries.publishing import published_words


@page(permission=("oversight.base", "view"))
def base_show(request: Request, pk: int) -> HttpResponse:
    """Show it; schools stand in the order of strokes, with the places where they differ and nothing else of them."""
    base = get_base(request.actor, pk)
    rows = answers(request.actor, base)
    context = {"base": base, "rows": rows, "counts": counts(rows), "draft": draft_of(request.actor)}
    return render(request, "oversight/base_show.html", {**context, **published_words(base)})

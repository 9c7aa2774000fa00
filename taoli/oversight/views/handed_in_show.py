"""One summary, word by word: every number the bureau gets."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.handed_in import get_handed_in, words_of


@page(permission=("oversight.handed_in", "view"))
def handed_in_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it in words; the JSON is one tap away."""
    row = get_handed_in(request.actor, pk)
    return render(request, "oversight/handed_in_show.html", {"row": row, "told": words_of(row)})

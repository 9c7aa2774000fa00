"""What I have written."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.guidance.queries.records import as_seen
from taoli.guidance.queries.stories import mine

PER_PAGE = 30


@page(permission=("guidance.record", "correct"))
def record_list(request: Request) -> HttpResponse:
    """List my records, newest first, searchable by student."""
    text = request.GET.get("q", "").strip()
    shown = Paginator(mine(request.actor, text), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": shown, "rows": as_seen(request.actor, shown.object_list), "text": text}
    return render(request, "guidance/record_list.html", context)

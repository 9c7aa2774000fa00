"""What students wrote and their mentor has not read yet."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.guidance.queries.groups import groups_of
from taoli.guidance.queries.papers import as_seen, to_read

PER_PAGE = 30


@page(permission=("guidance.paper", "answer"))
def paper_inbox(request: Request) -> HttpResponse:
    """Show the papers of my students that wait for me, the oldest first; and my groups."""
    shown = Paginator(to_read(request.actor), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": shown, "rows": as_seen(list(shown.object_list)), "groups": groups_of(request.actor)}
    return render(request, "guidance/paper_inbox.html", context)

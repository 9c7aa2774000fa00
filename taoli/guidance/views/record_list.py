"""What I have written, what is to come, what is not finished."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.guidance.queries.drafts import open_drafts
from taoli.guidance.queries.next_steps import open_steps
from taoli.guidance.queries.papers import count_to_read
from taoli.guidance.queries.records import as_seen
from taoli.guidance.queries.stories import mine

PER_PAGE = 30


@page(permission=("guidance.record", "correct"))
def record_list(request: Request) -> HttpResponse:
    """List my records, newest first, searchable by student; above them next steps and what was begun."""
    text = request.GET.get("q", "").strip()
    shown = Paginator(mine(request.actor, text), PER_PAGE).get_page(request.GET.get("page"))
    first = not text and shown.number == 1
    context: dict[str, Any] = {
        "page": shown,
        "rows": as_seen(request.actor, shown.object_list),
        "text": text,
        "steps": open_steps(request.actor) if first else [],
        "drafts": open_drafts(request.actor) if first else [],
        "paper": opens(request.actor, "guidance:tick_list"),
    }
    if opens(request.actor, "guidance:paper_inbox"):
        context["waiting"] = count_to_read(request.actor)
    return render(request, "guidance/record_list.html", context)

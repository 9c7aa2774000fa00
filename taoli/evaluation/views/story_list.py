"""The collection of cases, reflections and essays; one's own; for the office what waits."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.evaluation.forms.stories import KINDS
from taoli.evaluation.queries.stories import collection, own_stories, to_review


@page(permission=("evaluation.story", "read"))
def story_list(request: Request) -> HttpResponse:
    """Show them; `?kind=` narrows the collection."""
    kind = request.GET.get("kind", "")
    context = {
        "rows": collection(request.actor, kind),
        "kind": kind,
        "kinds": KINDS,
        "own": own_stories(request.actor),
        "waiting": to_review(request.actor),
        "writes": opens(request.actor, "evaluation:story_edit"),
    }
    return render(request, "evaluation/story_list.html", context)

"""Research topics of the school."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.oversight.queries.topics import latest, stages_of, topics


@page(permission=("oversight.topic", "view"))
def topic_list(request: Request) -> HttpResponse:
    """List them with the stage they have reached."""
    rows = topics(request.actor)
    stages = stages_of(request.actor.school_id, [one.pk for one in rows])
    context = {
        "opens_topics": opens(request.actor, "oversight:topic_list"),
        "rows": [(one, latest(stages[one.pk])) for one in rows],
        "edits": opens(request.actor, "oversight:topic_edit"),
    }
    return render(request, "oversight/topic_list.html", context)

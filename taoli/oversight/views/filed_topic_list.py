"""Research topics of the area."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.oversight.queries.topics import filed, latest


@page(permission=("oversight.filed_topic", "view"))
def filed_topic_list(request: Request) -> HttpResponse:
    """List them school by school in the order of strokes."""
    rows = [(one, latest(one.stages)) for one in filed(request.actor)]
    return render(request, "oversight/filed_topic_list.html", {"rows": rows})

"""Places to learn that the bureaus above the school offer."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.neighbourhood.queries.resources import THEMES, places


@page(permission=("neighbourhood.visit", "view"))
def resource_find(request: Request) -> HttpResponse:
    """List them, of one guidance (`?theme=`) or all."""
    theme = request.GET.get("theme", "")
    theme = theme if theme in dict(THEMES) else ""
    context = {
        "rows": places(request.actor, theme),
        "theme": theme,
        "themes": [("", ""), *THEMES],
        "books": opens(request.actor, "neighbourhood:resource_book"),
    }
    return render(request, "neighbourhood/resource_find.html", context)

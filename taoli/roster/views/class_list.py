"""The classes one reaches."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.roster.queries.classes import class_rows
from taoli.roster.queries.tabs import roster_tabs


@page(permission=("roster.school_class", "view"))
def class_list(request: Request) -> HttpResponse:
    """List them by grade with homeroom teacher and numbers of students."""
    return render(
        request,
        "roster/class_list.html",
        {
            "rows": class_rows(request.actor),
            "editable": opens(request.actor, "roster:class_edit"),
            "tabs": roster_tabs(request.actor, "class_list"),
        },
    )

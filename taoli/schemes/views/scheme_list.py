"""The school's scheme: the version in force, the draft, earlier ones."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.schemes.permissions import SCHEME
from taoli.schemes.queries import proposals, versions


@page(permission=("schemes.scheme", "view"))
def scheme_list(request: Request) -> HttpResponse:
    """List the versions; who edits sees the draft and the way to a new one."""
    rows = versions(request.actor)
    context = {
        "rows": rows,
        "edits": SCHEME.may(request.actor, "edit"),
        "proposals": proposals(request.actor.school_id) if SCHEME.may(request.actor, "edit") else [],
        "draft": next((row for row in rows if row.state in {"draft", "review"}), None),
        "current": next((row for row in rows if row.state == "published"), None),
    }
    return render(request, "schemes/scheme_list.html", context)

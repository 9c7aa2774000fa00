"""Public notices of honours: those that are up, and for the office what can be put up."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.evaluation.queries.notices import notices, to_post


@page(permission=("evaluation.notice", "view"))
def notice_list(request: Request) -> HttpResponse:
    """Show them, the latest first."""
    context = {
        "rows": notices(request.actor),
        "to_post": to_post(request.actor),
        "edits": opens(request.actor, "evaluation:notice_edit"),
    }
    return render(request, "evaluation/notice_list.html", context)

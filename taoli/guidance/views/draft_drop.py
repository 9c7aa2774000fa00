"""Throw unsent words away."""

from django.http import HttpResponse
from django.shortcuts import redirect

from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.guidance.services import draft_drop as drop


@page(permission=("guidance.draft", "keep"), kind="action", methods=("POST",))
def draft_drop(request: Request) -> HttpResponse:
    """Forget a draft, named by its form or from the list."""
    pk = id_of(request.POST.get("pk", ""))
    if pk or request.POST.get("draft"):
        drop(by=request.actor, pk=pk, key=request.POST.get("draft", ""))
    return redirect("guidance:record_list")

"""Every official form one may print."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.documents.official.listed import form_groups
from taoli.documents.official.prints import own_prints, waiting_prints


@page(permission=("documents.form", "view"))
def form_list(request: Request) -> HttpResponse:
    """Show the forms by what one sheet is about, the scheme's own names first, and what is being printed."""
    context = {
        "groups": form_groups(request.actor),
        "prints": own_prints(request.actor),
        "waiting": waiting_prints(request.actor),
    }
    return render(request, "documents/form_list.html", context)

"""One print job."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.documents.official.prints import get_print


@page(permission=("documents.printing", "view"))
def print_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show how far it is, who agreed, and the file while it is kept."""
    return render(request, "documents/print_show.html", {"row": get_print(request.actor, pk)})

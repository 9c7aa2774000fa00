"""All the doors of the demo."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from taoli.common.demo import is_open
from taoli.common.pages import page
from taoli.rehearsal.queries.doors import doors


@page(permission="public")
def door_list(request: HttpRequest) -> HttpResponse:
    """List the invented people one may walk in as; 404 anywhere but in the demo, on this machine."""
    if not is_open(request):
        raise Http404
    wanted = request.GET.get("role", "")
    return render(request, "rehearsal/door_list.html", {"doors": doors(), "wanted": wanted})

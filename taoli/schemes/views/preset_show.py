"""One published scheme: everything it asks, by role, with its clauses."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.schemes.queries import get_preset
from taoli.schemes.queries.demands import demands, load_row


@page(permission=("schemes.scheme", "edit"))
def preset_show(request: Request, key: str) -> HttpResponse:
    """Show what it demands of whom and what it costs a mentor."""
    scheme = get_preset(key)
    context = {"key": key, "scheme": scheme, "demands": demands(scheme), "load": load_row(scheme)}
    return render(request, "schemes/preset_show.html", context)

"""Who has left and whose next school has not said that it has the package."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common import clock
from taoli.common.pages import Request, opens, page
from taoli.handover.queries.packages import lacking
from taoli.handover.queries.stops import tabs_of


@page(permission=("handover.package", "lacking"))
def package_lacking(request: Request) -> HttpResponse:
    """Show them by what is lacking; no word of what is written."""
    rows = lacking(request.actor)
    context = {
        "tabs": tabs_of(request.actor, "package_lacking"),
        "rows": rows,
        "today": clock.today(),
        "sends": opens(request.actor, "handover:package_new"),
    }
    return render(request, "handover/package_lacking.html", context)

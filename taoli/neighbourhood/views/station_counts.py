"""How many families came to the stations, month by month."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.stations import FEW, month_counts


@page(permission=("neighbourhood.station", "edit"))
def station_counts(request: Request) -> HttpResponse:
    """Show finished months; small figures are not told, nor any sum they could be found by."""
    months, rows = month_counts(request.actor)
    lines = [(month, [row.cells[place] for row in rows]) for place, month in reversed(list(enumerate(months)))]
    return render(request, "neighbourhood/station_counts.html", {"lines": lines, "rows": rows, "few": FEW})

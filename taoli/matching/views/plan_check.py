"""What would stand against a plan as it is chosen now."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.matching.forms import planned
from taoli.matching.services.shifting import check_shifts


@page(permission=("matching.year", "edit"), kind="part", methods=("GET", "POST"))
def plan_check(request: Request) -> HttpResponse:
    """Answer with the rules that would break; nothing is written."""
    starts, shifts = planned(request.POST or request.GET)
    broken = check_shifts(by=request.actor, starts=starts, shifts=shifts)
    return render(request, "matching/_plan_check.html", {"broken": broken, "count": len(shifts)})

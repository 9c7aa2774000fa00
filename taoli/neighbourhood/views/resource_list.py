"""The bureau's list of places to learn."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.neighbourhood.queries.resources import resources


@page(permission=("neighbourhood.resource", "view"))
def resource_list(request: Request) -> HttpResponse:
    """List them; how useful visits were is told from five visits on."""
    return render(request, "neighbourhood/resource_list.html", {"rows": resources(request.actor)})

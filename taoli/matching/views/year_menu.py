"""What changes during the year: the way to each operation, what waits, what was done."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.matching.queries.year import menu_of


@page(permission=("matching.year", "view"))
def year_menu(request: Request) -> HttpResponse:
    """Show the operations with what waits for them, and the changes made lately."""
    return render(request, "matching/year_menu.html", {"menu": menu_of(request.actor)})

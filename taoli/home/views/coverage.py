"""How far the requirements are met."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.policy import Role
from taoli.home.queries.coverage import grade_choices, requirements, totals
from taoli.home.queries.shell import term_of


@page(permission=("home.coverage", "view"))
def coverage(request: Request) -> HttpResponse:
    """Show, by requirement and grade, how much is met now and since the term began."""
    term = term_of(request)
    grade = request.GET.get("grade", "")
    found = requirements(request.actor, term, grade) if term else []
    wide = request.actor.holds(Role.MORAL_OFFICE, Role.PRINCIPAL)
    context = {
        "requirements": found,
        "totals": totals(found),
        "grades": grade_choices(request.actor) if wide else [],
        "grade": grade,
    }
    return render(request, "home/coverage.html", context)

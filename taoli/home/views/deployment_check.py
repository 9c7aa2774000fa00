"""How the server stands."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.deployment.facts import gather
from taoli.common.deployment.findings import State, findings
from taoli.common.deployment.functions import functions, place_of, place_words
from taoli.common.pages import Request, page


@page(permission=("home.deployment", "view"))
def deployment_check(request: Request) -> HttpResponse:
    """Show which functions work where the server stands, and what was found with what to do."""
    facts = gather()
    place = place_of(facts.place)
    found = findings(facts)
    name, about = place_words(place)
    context = {
        "place": name,
        "about": about,
        "functions": functions(place),
        "findings": found,
        "count": sum(one.state is State.ACT for one in found),
    }
    return render(request, "home/deployment_check.html", context)

"""Who am I here."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.home.queries.me import roles_in_words


@page(permission="signed_in")
def me(request: Request) -> HttpResponse:
    """Show the person, the roles held today, appearance, language, the way out."""
    server = opens(request.actor, "home:deployment_check")
    return render(request, "home/me.html", {"roles": roles_in_words(request.actor), "server": server})

"""The first page of each role."""

from django.http import HttpResponse
from django.shortcuts import redirect

from taoli.common.pages import Request, page
from taoli.home.navigation import first_page


@page(permission="signed_in", kind="file")
def start(request: Request) -> HttpResponse:
    """Go where this person's work begins."""
    return redirect(first_page(request.actor))

"""Sign out."""

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect

from taoli.common.pages import Request, page


@page(permission="signed_in", kind="action", methods=("POST",))
def sign_out(request: Request) -> HttpResponse:
    """End the session and clear what the browser kept.

    Who only went away from a shared computer (`idle`) finds the unsent words again, which are sealed there.
    """
    logout(request)
    answer = redirect("accounts:sign_in")
    answer["Clear-Site-Data"] = '"cache"' if request.POST.get("idle") else '"cache", "storage"'
    return answer

"""Let a suggestion come back."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect

from taoli.common.pages import Request, page
from taoli.home.services.setting_aside import take_up_again


@page(permission=("home.today", "view"), kind="action", methods=("POST",))
def today_resume(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take back that something was not possible."""
    take_up_again(by=request.actor, pk=pk)
    return redirect("home:today")

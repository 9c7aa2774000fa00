"""Put an action off."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect

from taoli.common import clock
from taoli.common.pages import Request, page
from taoli.home.services.putting_off import put_off

CHOICES = {"later", "again"}


@page(permission=("home.today", "view"), kind="action", methods=("POST",))
def today_put_off(request: Request) -> HttpResponse:
    """Hide an action until tomorrow (later), or show all again."""
    choice = request.POST.get("choice", "")
    students = [text for text in request.POST.get("students", "").split(",") if _is_id(text)]
    if choice in CHOICES:
        put_off(request.session, request.POST.get("way", "")[:30], students, choice, clock.today())
    return redirect("home:today")


def _is_id(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True

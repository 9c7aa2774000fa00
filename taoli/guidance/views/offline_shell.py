"""The page that opens without a network."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from taoli.common.pages import page


@page(permission="public")
def offline_shell(request: HttpRequest) -> HttpResponse:
    """Nothing of anybody: the browser fills in what it keeps sealed. `lang`: the language it is kept in."""
    if request.GET.get("lang") in dict(settings.LANGUAGES):
        translation.activate(request.GET["lang"])
    return render(request, "guidance/offline_shell.html")

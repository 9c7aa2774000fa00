"""The service worker, from an address that lets it answer for every page."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from taoli.common.pages import page


@page(permission="public", kind="file")
def offline_worker(_request: HttpRequest) -> HttpResponse:
    """Give the built script; a first line with the version of the assets makes browsers notice a new one."""
    file = finders.find("taoli/worker.js")
    if not isinstance(file, str):
        raise Http404
    version = getattr(staticfiles_storage, "manifest_hash", "")
    first = f'self.VERSION="{version}";self.SHELL="{reverse("guidance:offline_shell")}";'
    first += f'self.RECORD="{reverse("guidance:record_new")}";self.TODAY="{reverse("home:today")}";'
    answer = HttpResponse(first + Path(file).read_text(), content_type="text/javascript; charset=utf-8")
    answer["Service-Worker-Allowed"] = "/"
    answer["Cache-Control"] = "no-cache"
    return answer

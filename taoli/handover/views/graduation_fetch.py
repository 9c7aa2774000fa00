"""A graduate fetches the own archive with the code of a slip."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page
from taoli.handover.forms.graduation import FetchForm
from taoli.handover.services.graduation import fetch


@page(permission="public", methods=("GET", "POST"))
@never_cache
def graduation_fetch(request: HttpRequest) -> HttpResponse:
    """Ask for the code; a right one answers with the file."""
    form = FetchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with counted(request, "graduation"):
                name, data = fetch(text=form.cleaned_data["code"])
        except TaoliError as refusal:
            form.add_error("code", str(refusal))
        else:
            header = content_disposition_header(as_attachment=True, filename=name) or "attachment"
            return HttpResponse(data, content_type="application/zip", headers={"Content-Disposition": header})
    return render(request, "handover/graduation_fetch.html", {"form": form})

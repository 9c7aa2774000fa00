"""Read a scheme from a YAML file as the school's draft."""

from django.http.response import HttpResponseBase
from django.shortcuts import render

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.schemes import services
from taoli.schemes.forms import ImportForm
from taoli.schemes.queries import draft
from taoli.schemes.queries.files import ReadFile, read_file
from taoli.schemes.views import show_url


@page(permission=("schemes.scheme", "edit"), methods=("GET", "POST"))
def scheme_import(request: Request) -> HttpResponseBase:
    """Say what is wrong with it, line by line, or make the draft."""
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    found = ReadFile(None)
    if request.method == "POST" and form.is_valid():
        found = read_file(form.data_read())
        scheme = found.scheme
        if scheme is not None:
            try:
                return once(request, lambda: show_url(services.import_scheme(by=request.actor, scheme=scheme).pk))
            except TaoliError as refusal:
                form.add_error(None, str(refusal))
    context = {"form": form, "faults": found.faults, "draft": draft(request.actor.school_id)}
    return render(request, "schemes/scheme_import.html", context)

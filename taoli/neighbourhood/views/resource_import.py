"""Read the list of places from a workbook: all of it, or nothing and what is wrong."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import WorkbookForm
from taoli.neighbourhood.readers.resources import read_resources
from taoli.neighbourhood.services.resources import take_in_resources


@page(permission=("neighbourhood.resource", "edit"), methods=("GET", "POST"))
def resource_import(request: Request) -> HttpResponse:
    """Known places are found by name and changed, others are new; nothing is taken away."""
    form = WorkbookForm(request.POST, request.FILES) if request.method == "POST" else WorkbookForm()
    problems: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        reading = read_resources(form.cleaned_data["file"].read())
        problems = reading.problems

        def work() -> str:
            new, changed = take_in_resources(by=request.actor, rows=reading.rows)
            messages.success(
                request, _("%(new)d places are new, %(changed)d changed.") % {"new": new, "changed": changed}
            )
            return reverse("neighbourhood:resource_list")

        if not problems:
            return once(request, work)
    return render(request, "neighbourhood/resource_import.html", {"form": form, "problems": problems})

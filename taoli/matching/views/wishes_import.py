"""Upload a workbook of wishes."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.forms import WorkbookForm
from taoli.matching.queries.rounds import get_round, ranks_of
from taoli.matching.queries.wishes import wished_students


@page(permission=("matching.wish", "enter"), methods=("GET", "POST"))
def wishes_import(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take a file, read and check it; the next page shows what it says before anything is written."""
    choice = get_round(request.actor, pk)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()

        def work() -> str:
            row = services.stage_wishes(by=request.actor, round_id=pk, file_name=file.name, data=data)
            return reverse("matching:wishes_confirm", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"round": choice, "form": form, "ranks": ranks_of(choice), "wished": wished_students(choice)}
    return render(request, "matching/wishes_import.html", context)

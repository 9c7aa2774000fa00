"""Upload a roster workbook."""

from django.http import HttpResponse
from django.shortcuts import render, resolve_url

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.forms import ExportForm, ImportForm
from taoli.roster.phrases import note_lines, problem_rows
from taoli.roster.queries.imports import imports
from taoli.roster.queries.tabs import roster_tabs
from taoli.roster.services.importing import keep, needs_confirming, read


@page(permission=("roster.import", "edit"), methods=("GET", "POST"))
def import_new(request: Request) -> HttpResponse:
    """Read the workbook; show its problems here, or go on to what it would do. Nothing is changed yet."""
    form = ImportForm(request.POST or None, request.FILES or None)
    row = None
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        row = read(by=request.actor, file_name=upload.name, data=upload.read())
        if needs_confirming(row):
            kept = row
            return once(request, lambda: resolve_url("roster:import_show", pk=keep(by=request.actor, row=kept).pk))
    return render(
        request,
        "roster/import_new.html",
        {
            "form": form,
            "export_form": ExportForm(),
            "row": row,
            "problems": problem_rows(row.problems) if row else [],
            "notes": note_lines(row.staged) if row else [],
            "before": imports(request.actor)[:5],
            "tabs": roster_tabs(request.actor, "import_new"),
        },
    )

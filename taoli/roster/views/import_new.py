"""Upload rosters."""

from django.http import HttpResponse
from django.shortcuts import render, resolve_url

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.forms import ExportForm, ImportForm
from taoli.roster.phrases import note_lines, problem_rows
from taoli.roster.queries.imports import imports
from taoli.roster.queries.tabs import roster_tabs
from taoli.roster.readers.book import Upload
from taoli.roster.services.importing import keep, needs_confirming, read
from taoli.roster.services.uploads import hold_marked


@page(permission=("roster.import", "edit"), methods=("GET", "POST"))
def import_new(request: Request) -> HttpResponse:
    """Read the files; show their problems here, or go on to what is asked or would be done. Nothing is changed yet."""
    form = ImportForm(request.POST or None, request.FILES or None)
    row, marked = None, False
    if request.method == "POST" and form.is_valid():
        uploads = [Upload(one.name, one.read()) for one in form.cleaned_data["file"]]
        row = read(by=request.actor, uploads=uploads)
        if needs_confirming(row):
            kept, name = row, "roster:import_ask" if row.state == "asking" else "roster:import_show"
            return once(request, lambda: resolve_url(name, pk=keep(by=request.actor, row=kept, uploads=uploads).pk))
        marked = hold_marked(row, uploads)
    return render(
        request,
        "roster/import_new.html",
        {
            "form": form,
            "export_form": ExportForm(),
            "row": row,
            "marked": marked,
            "problems": problem_rows(row.problems) if row else [],
            "notes": note_lines(row.staged) if row else [],
            "before": imports(request.actor)[:5],
            "tabs": roster_tabs(request.actor, "import_new"),
        },
    )

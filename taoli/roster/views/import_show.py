"""What an import would do, or has done."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render

from taoli.common.pages import Request, page
from taoli.roster.phrases import count_rows, note_lines, plan_rows, problem_rows, proposal_lines, undo_lines
from taoli.roster.queries.imports import affected_pairings, get_import, may_be_answered, names_in, watched_job
from taoli.roster.queries.tabs import roster_tabs
from taoli.roster.services.planning import missing
from taoli.roster.services.undoing import may_undo


@page(permission=("roster.import", "view"))
def import_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show counts, what is added, changed and closed, and ask; while it is being applied, show how far it is."""
    row = get_import(request.actor, pk)
    if row.state == "asking":
        return redirect("roster:import_ask", pk=pk)
    names = names_in(request.actor, row.plan)
    return render(
        request,
        "roster/import_show.html",
        {
            "row": row,
            "counts": count_rows(row.plan, row.staged),
            "plan": plan_rows(row.plan, names),
            "proposals": proposal_lines(row.staged, names),
            "marked": any(problem["row"] for problem in row.problems),
            "problems": problem_rows(row.problems),
            "answerable": may_be_answered(row),
            "notes": note_lines(row.staged),
            "missing": missing(row.plan),
            "affected": affected_pairings(row),
            "undo": undo_lines(row.staged.get("counts", {})) if may_undo(row) else [],
            "job": watched_job(request.actor, request.GET.get("job", "")),
            "tabs": roster_tabs(request.actor, "import_new"),
        },
    )

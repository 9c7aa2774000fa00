"""The assessors' grid: everything that waits for the reader's word on one page, signed one by one or together."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation import services
from taoli.evaluation.permissions import APPRAISAL
from taoli.evaluation.queries.grid import NOT_GOOD, Grid, GridCell, GridRow, grid_of
from taoli.evaluation.queries.sheets import current_run
from taoli.roster.queries.calendar import current_term

ROWS = 60
EVERYBODY = "all"


@page(permission=("evaluation.sheet", "judge"), methods=("GET", "POST"))
def assess_grid(request: Request) -> HttpResponse:
    """GET shows sixty mentors at a time; POST signs one row (`sign`: its sheet) or all that are filled in."""
    actor = request.actor
    run = current_run(actor.school_id, current_term(actor.school_id))
    drafted = run if run and run.state == "draft" else None
    said = request.POST.dict() if request.method == "POST" else None
    grid = grid_of(actor, drafted, said) if drafted else Grid((), (), own_waits=False)
    refusal = ""
    if request.method == "POST" and drafted:
        try:
            return once(request, lambda: _sign(request, grid))
        except TaoliError as error:
            refusal = str(error)
    rows = Paginator(grid.rows, ROWS).get_page(request.GET.get("page"))
    log_view(actor, "evaluation.sheet", [row.sheet.pk for row in rows], page="evaluation:assess_grid")
    context = {
        "run": run,
        "drafted": drafted,
        "grid": grid,
        "rows": rows,
        "refusal": refusal,
        "everybody": EVERYBODY,
        "may_list": APPRAISAL.may(actor, "view"),
    }
    return render(request, "evaluation/assess_grid.html", context)


def _sign(request: Request, grid: Grid) -> str:
    chosen = request.POST.get("sign", "")
    rows = [row for row in grid.rows if chosen in {EVERYBODY, str(row.sheet.pk)}]
    words = [_word(row, cell) for row in rows for cell in row.cells if cell and cell.value]
    services.sign(by=request.actor, run_id=rows[0].sheet.run_id if rows else None, words=words)
    return reverse("evaluation:assess_grid")


def _word(row: GridRow, cell: GridCell) -> services.Word:
    if not cell.column.typed:
        good = cell.value != NOT_GOOD
        return services.Word(row.sheet.mentor_id, cell.column.key, good=good)
    try:
        points = float(cell.value)
    except ValueError:
        raise TaoliError(_("“%(text)s” is no number of points.") % {"text": cell.value[:20]}) from None
    return services.Word(row.sheet.mentor_id, cell.column.key, good=points > 0, points=points)

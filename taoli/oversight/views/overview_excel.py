"""The overview as a workbook."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.oversight.queries.blocks import blocks
from taoli.oversight.queries.scopes import scope_of
from taoli.oversight.queries.tellings import told_of
from taoli.oversight.readers.overview import overview_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(permission=("oversight.overview", "view"), kind="file")
def overview_excel(request: Request) -> HttpResponse:
    """Send what the page shows."""
    scope = scope_of(request.actor, request.GET.dict())
    if scope is None:
        return redirect("oversight:overview_show")
    book = overview_workbook(scope, blocks(told_of(request.actor, scope)))
    answer = HttpResponse(book, content_type=XLSX)
    name = f"{scope.name} {scope.week}.xlsx"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return answer

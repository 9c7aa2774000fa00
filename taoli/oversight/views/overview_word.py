"""The month on one page, as a Word document."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.oversight.queries.month import month_of
from taoli.oversight.queries.scopes import scope_of
from taoli.oversight.readers.paper import month_paper

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@page(permission=("oversight.overview", "view"), kind="file")
def overview_word(request: Request) -> HttpResponse:
    """Send the sentences and the tables of the page."""
    scope = scope_of(request.actor, request.GET.dict())
    if scope is None:
        return redirect("oversight:overview_show")
    answer = HttpResponse(month_paper(month_of(request.actor, scope)), content_type=DOCX)
    name = f"{scope.name} {scope.week}.docx"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return answer

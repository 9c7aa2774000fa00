"""The allowance of a term as a workbook for payroll."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation.queries.pay import allowance_in_force, payments
from taoli.evaluation.readers.payroll import XLSX, allowance_workbook
from taoli.roster.queries.calendar import current_term, term_of_school


@page(permission=("evaluation.pay", "view"), kind="file")
def allowance_excel(request: Request) -> HttpResponse:
    """Send a term's (`?term=`); 404 while there is nothing to pay by."""
    school = request.actor.school_id
    term = term_of_school(school, request.GET.get("term", "")) or current_term(school)
    allowance = allowance_in_force(school, term) if term else None
    if term is None or allowance is None:
        raise Http404
    rows = payments(school, term, allowance)
    log_view(request.actor, "evaluation.pay", [row.mentor.pk for row in rows], page="evaluation:allowance_excel")
    answer = HttpResponse(allowance_workbook(allowance, rows), content_type=XLSX)
    name = f"导师津贴 {term.name}.xlsx"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return answer

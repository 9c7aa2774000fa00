"""What mentors did in a term, as a workbook for the office."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation.queries.pay import works
from taoli.evaluation.readers.payroll import XLSX, workload_workbook
from taoli.roster.queries.calendar import current_term, term_of_school


@page(permission=("evaluation.pay", "view"), kind="file")
def workload_excel(request: Request) -> HttpResponse:
    """Send a term's (`?term=`), by staff number; 404 without a term."""
    school = request.actor.school_id
    term = term_of_school(school, request.GET.get("term", "")) or current_term(school)
    if term is None:
        raise Http404
    rows = works(school, term)
    log_view(request.actor, "evaluation.pay", [row.mentor.pk for row in rows], page="evaluation:workload_excel")
    answer = HttpResponse(workload_workbook(rows), content_type=XLSX)
    name = f"导师工作量 {term.name}.xlsx"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return answer

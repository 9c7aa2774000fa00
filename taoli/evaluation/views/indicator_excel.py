"""The indicators as a workbook."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.evaluation.queries.indicators import indicators
from taoli.evaluation.readers.indicators import indicators_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(permission=("evaluation.result", "view"), kind="file")
def indicator_excel(request: Request) -> HttpResponse:
    """Send what the page shows."""
    answer = HttpResponse(indicators_workbook(indicators(request.actor)), content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename="问卷指标.xlsx") or ""
    return answer

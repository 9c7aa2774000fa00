"""The workbook to fill in."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.evaluation.readers.template import answers_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(permission=("evaluation.survey", "edit"), kind="file")
def answers_template(request: Request) -> HttpResponse:
    """Send it with the mentors' numbers and names, and no student in it."""
    answer = HttpResponse(answers_workbook(request.actor), content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename="导师测评答卷.xlsx") or ""
    return answer

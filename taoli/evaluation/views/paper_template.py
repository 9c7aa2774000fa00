"""The workbook into which paper sheets are typed."""

import uuid

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.evaluation.queries.results import get_survey
from taoli.evaluation.readers.papers import papers_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(permission=("evaluation.survey", "edit"), kind="file")
def paper_template(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Send the headings of this survey; no code and no name stands in it."""
    survey = get_survey(request.actor, pk, "open")
    answer = HttpResponse(papers_workbook(survey), content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename="纸质问卷.xlsx") or ""
    return answer

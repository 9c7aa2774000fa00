"""The list a sample was drawn from: numbers only."""

import uuid

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.evaluation.queries.draws import get_drawn, listed_numbers


@page(permission=("evaluation.survey", "edit"), kind="file")
def draw_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Send it, one number a line, as `python -m taoli.engine draw` reads it."""
    survey = get_drawn(request.actor, pk)
    answer = HttpResponse(listed_numbers(survey), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename="抽样名单.txt") or ""
    return answer

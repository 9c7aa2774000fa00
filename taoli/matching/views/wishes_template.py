"""The workbook to fill in."""

import uuid

from django.http import HttpResponse

from taoli.common.pages import Request, page
from taoli.matching.queries.rounds import get_round
from taoli.matching.readers.template import wishes_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(permission=("matching.wish", "enter"), kind="file")
def wishes_template(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Download the students of the round with empty wishes, and the mentors on a second sheet."""
    choice = get_round(request.actor, pk)
    answer = HttpResponse(wishes_workbook(choice), content_type=XLSX)
    answer["Content-Disposition"] = (
        "attachment; filename=wishes.xlsx; filename*=UTF-8''%E5%BF%97%E6%84%BF%E8%A1%A8.xlsx"
    )
    return answer

"""The workbook into which a paper list is typed."""

import uuid

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from taoli.common.pages import Request, page
from taoli.oversight.queries.courses import get_session, places_of
from taoli.oversight.readers.attendance import XLSX, attendance_workbook


@page(permission=("oversight.course", "edit"), kind="file")
def attendance_template(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Send it with those who signed up."""
    session = get_session(request.actor, pk)
    answer = HttpResponse(attendance_workbook(places_of(session)), content_type=XLSX)
    name = f"到场名单 {session.day}.xlsx"
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return answer
